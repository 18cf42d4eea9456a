import type { Call } from "./admin-link.ts";
import { adminWord } from "./admin-words.ts";
import { buttonsOf } from "./buttons.ts";

const contentOf = (form: HTMLFormElement) =>
  JSON.stringify([...new FormData(form)].map(([k, v]) => [k, String(v)]));

/** Forms with `data-save-bar` get the save bar by themselves: Save submits the form, Discard resets it. */
export function watchSaveBarForms(call: Call): void {
  const saved = new WeakMap<HTMLFormElement, string>();
  const bar = document.createElement("div");
  let current: HTMLFormElement | undefined;

  const offer = (form: HTMLFormElement) => {
    const save = document.createElement("button");
    const discard = document.createElement("button");
    save.textContent = adminWord("save");
    save.setAttribute("variant", "primary");
    discard.textContent = adminWord("discard");
    save.addEventListener("click", () => form.requestSubmit());
    discard.addEventListener("click", () => form.reset());
    bar.hidden = true;
    bar.replaceChildren(discard, save);
    document.body.append(bar);
    current = form;
    call("saveBar", { shown: true, buttons: buttonsOf(bar) });
  };
  const withdraw = () => {
    current = undefined;
    bar.remove();
    call("saveBar", { shown: false, buttons: [] });
  };
  const formOf = (event: Event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    return form?.hasAttribute("data-save-bar") ? form : undefined;
  };
  // Focus comes before the first change: the moment to remember what was there.
  addEventListener("focusin", (event) => {
    const form = formOf(event);
    if (form && !saved.has(form)) saved.set(form, contentOf(form));
  });
  addEventListener("input", (event) => {
    const form = formOf(event);
    if (!form) return;
    const changed = contentOf(form) !== saved.get(form);
    if (changed && current !== form) offer(form);
    if (!changed && current === form) withdraw();
  });
  for (const type of ["submit", "reset"]) {
    addEventListener(type, (event) => {
      const form = formOf(event);
      if (!form || current !== form) return;
      saved.delete(form);
      withdraw();
    });
  }
}
