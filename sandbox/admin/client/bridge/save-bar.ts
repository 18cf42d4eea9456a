import type { Call } from "./admin-link.ts";
import { buttonsOf, watch } from "./buttons.ts";

export interface Showable extends HTMLElement {
  readonly showing: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
}

/** Defines `ui-save-bar`: Save and Discard appear in the admin's top bar while it is shown. */
export function defineSaveBar(call: Call): void {
  class SaveBar extends HTMLElement implements Showable {
    showing = false;
    #observer: MutationObserver | undefined;

    disconnectedCallback(): void {
      void this.hide();
    }
    async show(): Promise<void> {
      if (this.showing) return;
      this.showing = true;
      this.#observer = watch(this, () => {
        if (this.showing) call("saveBar", { shown: true, buttons: buttonsOf(this) });
      });
      this.dispatchEvent(new Event("show"));
    }
    async hide(): Promise<void> {
      if (!this.showing) return;
      this.showing = false;
      this.#observer?.disconnect();
      await call("saveBar", { shown: false, buttons: [] });
      this.dispatchEvent(new Event("hide"));
    }
    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }
  }
  customElements.define("ui-save-bar", SaveBar);
}
