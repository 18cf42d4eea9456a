import type { BarButton } from "../protocol.ts";

const keyAttribute = "data-bridge-key";
let lastKey = 0;

function keyOf(element: Element): string {
  const known = element.getAttribute(keyAttribute);
  if (known) return known;
  lastKey += 1;
  const key = String(lastKey);
  element.setAttribute(keyAttribute, key);
  return key;
}

/** The buttons inside a bar element, as the admin shows them. Pressing one there clicks the original here. */
export const buttonsOf = (bar: Element): BarButton[] =>
  [...bar.querySelectorAll("button, a")].map((button) => ({
    key: keyOf(button),
    text: button.textContent?.trim() ?? "",
    primary: button.getAttribute("variant") === "primary",
    disabled: button.hasAttribute("disabled") || button.hasAttribute("loading"),
  }));

export function press(key: string): void {
  const button = document.querySelector(`[${keyAttribute}="${CSS.escape(key)}"]`);
  if (button instanceof HTMLElement) button.click();
}

/** Calls `report` now and after every change inside the element, until it leaves the page. */
export function watch(element: Element, report: () => void): MutationObserver {
  const observer = new MutationObserver(report);
  observer.observe(element, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["href", "title", "disabled", "loading", "variant"],
  });
  queueMicrotask(report);
  return observer;
}
