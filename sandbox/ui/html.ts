/** A piece of HTML that is safe to put into a page. Only `html` makes one. */
export interface Html {
  readonly safeHtml: string;
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Template tag: everything put into it is escaped, except what `html` itself made. Null and false show nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { safeHtml: strings.map((text, index) => text + render(values[index])).join("") };
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number")
    return String(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
  if ("safeHtml" in value) return value.safeHtml;
  return value.map(render).join("");
}
