import { useEffect, useRef, useState } from "react";
import { type BackgroundWork, backgroundUrl } from "#app/http/background-work.ts";
import { lookOn } from "./look-on.ts";
import { fetchJson } from "./post-form.ts";
import { useReload } from "./reload.tsx";

/**
 * While the page waits for something that goes on behind it, asks how far that is, and loads the page anew once when its
 * stage is another than the page shows. `query` names it at /app/background; null while nothing is waited for.
 */
export function useBackgroundWork(query: string | null, shownStage: string): BackgroundWork | null {
  const reload = useReload();
  const [work, setWork] = useState<BackgroundWork | null>(null);
  const shown = useRef(shownStage);
  shown.current = shownStage;
  useEffect(() => {
    setWork(null);
    if (query === null) return;
    let last: BackgroundWork = { stage: shown.current, done: -1, planned: -1 };
    return lookOn<BackgroundWork>({
      ask: () => fetchJson(backgroundUrl(query)),
      tell: (next) => {
        const isNew = JSON.stringify(next) !== JSON.stringify(last);
        if (next.stage !== last.stage) reload();
        last = next;
        if (isNew) setWork(next);
        return isNew;
      },
    });
  }, [query, reload]);
  return work;
}
