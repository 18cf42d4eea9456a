import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Milliseconds between two looks at something that goes on behind the page. */
const LOOK_EVERY_MS = 1_500;

/** While `active`, loads the page's data again and again, so that what was waited for appears by itself. */
export function useLookAgain(active: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [active, revalidate]);
}
