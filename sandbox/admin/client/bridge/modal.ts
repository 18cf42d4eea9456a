import { adminWord } from "./admin-words.ts";
import { buttonsOf, press } from "./buttons.ts";
import type { Showable } from "./save-bar.ts";

function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", onPress);
  return made;
}

/** Defines `ui-modal`. The React component puts its children into `content`. */
export function defineModal(): void {
  class Modal extends HTMLElement implements Showable {
    readonly content = document.createElement("div");
    #dialog: HTMLDialogElement | undefined;

    get showing(): boolean {
      return this.#dialog !== undefined;
    }
    disconnectedCallback(): void {
      void this.hide();
    }
    async show(): Promise<void> {
      if (this.#dialog) return;
      const dialog = document.createElement("dialog");
      const bar = this.querySelector("ui-title-bar");
      const title = bar?.getAttribute("title") ?? "";
      dialog.className = "bridge-modal";
      dialog.dataset.variant = this.getAttribute("variant") ?? "base";
      dialog.setAttribute("aria-label", title);
      const header = document.createElement("header");
      const heading = document.createElement("h2");
      heading.textContent = title;
      const close = button("×", () => dialog.close());
      close.setAttribute("aria-label", adminWord("close"));
      header.append(heading, close);
      const footer = document.createElement("footer");
      footer.append(
        ...(bar ? buttonsOf(bar) : []).map((original) => {
          const copy = button(original.text, () => press(original.key));
          copy.dataset.primary = String(original.primary);
          copy.disabled = original.disabled;
          return copy;
        }),
      );
      dialog.append(header, this.content, footer);
      dialog.addEventListener("close", () => void this.hide());
      document.body.append(dialog);
      this.#dialog = dialog;
      dialog.showModal();
      this.dispatchEvent(new Event("show"));
    }
    async hide(): Promise<void> {
      const dialog = this.#dialog;
      if (!dialog) return;
      this.#dialog = undefined;
      dialog.remove();
      this.dispatchEvent(new Event("hide"));
    }
    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }
  }
  customElements.define("ui-modal", Modal);
}
