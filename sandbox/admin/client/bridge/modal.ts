import { buttonsOf, press } from "./buttons.ts";
import type { Showable } from "./save-bar.ts";

const style = `
dialog.bridge-modal { border: 0; border-radius: 12px; padding: 0; width: min(620px, calc(100vw - 24px)); box-shadow: 0 20px 60px #0005; }
dialog.bridge-modal[data-variant=small] { width: min(400px, calc(100vw - 24px)); }
dialog.bridge-modal[data-variant=large], dialog.bridge-modal[data-variant=max] { width: min(980px, calc(100vw - 24px)); }
dialog.bridge-modal > header { display: flex; align-items: center; padding: 12px 16px; background: #f3f3f3; font: 650 14px Inter, system-ui, sans-serif; }
dialog.bridge-modal > header > h2 { flex: 1; margin: 0; font: inherit; }
dialog.bridge-modal > footer { display: flex; justify-content: end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
dialog.bridge-modal > footer:empty { display: none; }
dialog.bridge-modal button { font: inherit; padding: 6px 12px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; }
dialog.bridge-modal button[data-primary=true] { background: #303030; color: #fff; }`;

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
    connectedCallback(): void {
      this.style.display = "none";
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
      close.setAttribute("aria-label", document.documentElement.lang.startsWith("zh") ? "关闭" : "Close");
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
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  customElements.define("ui-modal", Modal);
}
