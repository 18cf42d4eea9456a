import { useLocation } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Asking, AskingContext } from "./asking.ts";
import type { ShownFigure } from "./shown-figure.ts";
import { WhyDialog } from "./why-dialog.tsx";

/**
 * "Why this number" of every page. The figure that is open stands in the page's address (`?why=…`), so that it can be
 * passed on; it goes in and out of it without loading the page anew. `adminUrl` is where the store's admin opens the app.
 */
export function WhyProvider({ adminUrl, children }: { adminUrl: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const named = new URLSearchParams(search).get("why");
  // On the server and at first nothing is open: a dialog opens by script only.
  const [asked, setAsked] = useState<string | null>(null);
  const names = useRef(new Map<string, ShownFigure>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes what was open, also where neither names a figure
  useEffect(() => setAsked(named), [pathname, named]);
  const put = useCallback((figure: string | null) => {
    putWhy(figure);
    setAsked(figure);
  }, []);
  const asking = useMemo<Asking>(
    () => ({
      ask: put,
      name: (figure, as) => {
        names.current.set(figure, as);
        return () => names.current.delete(figure);
      },
    }),
    [put],
  );
  return (
    <AskingContext.Provider value={asking}>
      {children}
      {asked === null ? null : (
        <WhyDialog
          key={asked}
          figure={asked}
          named={names.current.get(asked) ?? null}
          adminUrl={adminUrl}
          onClose={() => put(null)}
        />
      )}
    </AskingContext.Provider>
  );
}

function putWhy(figure: string | null): void {
  const url = new URL(window.location.href);
  if (figure === null) url.searchParams.delete("why");
  else url.searchParams.set("why", figure);
  window.history.replaceState(window.history.state, "", url);
}
