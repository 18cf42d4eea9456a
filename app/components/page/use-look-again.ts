import { useFetchers, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Milliseconds between two looks at something that goes on behind the page. */
const LOOK_EVERY_MS = 1_500;

/** While `active`, loads the page's data again and again, so that what was waited for appears by itself. */
export function useLookAgain(active: boolean): void {
  const { revalidate } = useRevalidator();
  // A look that begins while a form is being saved would take the place of the page that saving leads to.
  const isSaving = useFetchers().some(({ state }) => state === "submitting");
  const looks = active && !isSaving;
  useEffect(() => {
    if (!looks) return;
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [looks, revalidate]);
}
