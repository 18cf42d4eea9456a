import { useLocation } from "@remix-run/react";

/**
 * The figure whose explanation the page's address asks for (`?why=…`), so that it can be passed on. What is opened and
 * closed goes into the address without loading the page anew.
 */
export function useWhyAddress(): { asked: string | null; put: (figure: string | null) => void } {
  const { search } = useLocation();
  return { asked: new URLSearchParams(search).get("why"), put: putWhy };
}

function putWhy(figure: string | null): void {
  const url = new URL(window.location.href);
  if (figure === null) url.searchParams.delete("why");
  else url.searchParams.set("why", figure);
  window.history.replaceState(window.history.state, "", url);
}
