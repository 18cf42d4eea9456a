import type { BarButton } from "../protocol.ts";

// Kept beside the page, not in it: React complains about attributes that it did not write.
const keys = new WeakMap<Element, string>();
const elements = new Map<string, WeakRef<Element>>();

function keyOf(element: Element): string {
  const known = keys.get(element);
  if (known) return known;
  const key = String(elements.size + 1);
  keys.set(element, key);
  elements.set(key, new WeakRef(element));
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
  const button = elements.get(key)?.deref();
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
