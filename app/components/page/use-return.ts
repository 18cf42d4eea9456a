import { useEffect, useRef } from "react";

/** Coming back fires more than one event; within this many milliseconds they are one return. */
const ONCE_MS = 2_000;

/** Calls `back` when somebody comes back to the page from another tab or window. */
export function useReturn(back: () => void): void {
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    let last = 0;
    const look = () => {
      if (document.visibilityState !== "visible" || performance.now() - last < ONCE_MS) return;
      last = performance.now();
      latest.current();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);
}
