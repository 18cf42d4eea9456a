import { useFetcher } from "@remix-run/react";

/** Puts Home's question for the key facts away for good. Its button goes with it: the focus moves to the heading. */
export function useHideGuide(): () => void {
  const fetcher = useFetcher();
  return () => {
    fetcher.submit({ intent: "hide-guide" }, { method: "post", action: "/app/setup" });
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
}
