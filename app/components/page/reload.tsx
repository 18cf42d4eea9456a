import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

export const ReloadContext = createContext<(() => void) | null>(null);

/**
 * Loads a page's data anew on behalf of what is on it. A reload that began while a navigation or a form is on its way
 * would start that navigation again or drop the page a form leads to: it waits until both have arrived.
 */
export function ReloadProvider({ children }: { children: ReactNode }) {
  const { revalidate } = useRevalidator();
  const [isWanted, setWanted] = useState(false);
  const isNavigating = useNavigation().state !== "idle";
  const isSending = useFetchers().some(({ state }) => state !== "idle");
  useEffect(() => {
    if (!isWanted || isNavigating || isSending) return;
    setWanted(false);
    revalidate();
  }, [isWanted, isNavigating, isSending, revalidate]);
  const want = useCallback(() => setWanted(true), []);
  return <ReloadContext.Provider value={want}>{children}</ReloadContext.Provider>;
}

/** Asks for the page's data anew, as soon as it disturbs nobody. Throws outside a ReloadProvider. */
export function useReload(): () => void {
  const reload = useContext(ReloadContext);
  if (!reload) throw new Error("No ReloadProvider above this component.");
  return reload;
}
