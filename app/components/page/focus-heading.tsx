import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Moves the focus to the heading when another page was opened: a screen reader says where it is, and Tab goes on from
 * there. The first page keeps what the browser does, and a page that put the focus somewhere itself keeps that.
 */
export function FocusHeading() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!heading || heading.closest("main")?.querySelector("[tabindex='-1']:focus")) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
