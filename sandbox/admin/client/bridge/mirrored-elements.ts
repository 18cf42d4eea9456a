import type { Call } from "./admin-link.ts";
import { buttonsOf, watch } from "./buttons.ts";

/** An element that shows nothing itself: the admin mirrors it outside the frame. */
abstract class Mirrored extends HTMLElement {
  #observer: MutationObserver | undefined;
  abstract report(): void;
  abstract clear(): void;
  connectedCallback(): void {
    this.#observer = watch(this, () => this.isConnected && this.report());
  }
  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.clear();
  }
}

/** Defines `ui-nav-menu`, `s-app-nav` (the app's part of the admin navigation) and `ui-title-bar`. */
export function defineMirroredElements(call: Call): void {
  class NavMenu extends Mirrored {
    report(): void {
      const links = [...this.querySelectorAll("a, s-link")];
      const isHome = (link: Element) => link.getAttribute("rel") === "home";
      const items = links
        .filter((a) => !isHome(a))
        .map((a) => ({ href: a.getAttribute("href") ?? "", text: a.textContent?.trim() ?? "" }));
      call("nav", { home: links.find(isHome)?.getAttribute("href") ?? "/", items });
    }
    clear(): void {
      call("nav", { home: "/", items: [] });
    }
  }
  class TitleBar extends Mirrored {
    report(): void {
      // Inside a modal the title bar belongs to the modal's own header.
      if (this.closest("ui-modal")) return;
      call("title", { title: this.getAttribute("title") ?? "", buttons: buttonsOf(this) });
    }
    clear(): void {
      if (!document.querySelector("ui-title-bar")) call("title", { title: "", buttons: [] });
    }
  }
  customElements.define("ui-nav-menu", NavMenu);
  customElements.define("s-app-nav", class extends NavMenu {});
  customElements.define("ui-title-bar", TitleBar);
}
