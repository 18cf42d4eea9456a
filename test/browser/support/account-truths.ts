import { expect } from "vitest";
import { numberLeft, type TaskKey } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { clockFindings } from "#test/oracle/clock.ts";
import { findings } from "#test/oracle/rules.ts";
import { type Surfaces, surfacesOf } from "#test/oracle/surfaces.ts";

/** The words of an account's pages in one language, by path. */
export type Words = { locale: Locale; pages: Record<string, string> };

/** What no page may say, of whatever account and in whatever state. */
export function nothingBroken(name: string, { pages }: Words): void {
  for (const [path, text] of Object.entries(pages)) {
    expect([name, path, text.length > 100]).toEqual([name, path, true]);
    const broken = /undefined|\bNaN\b|\{\w+\}|\bcore\.\w|Invalid Date|\[object/.exec(text)?.[0] ?? null;
    expect([name, path, broken]).toEqual([name, path, null]);
  }
}

/** A connected account: its pages say what the oracle's surfaces say of the same file, and those agree among themselves. */
export function agreesWithOracle(name: string, file: Parameters<typeof surfacesOf>[0]["file"], on: string) {
  const each = { file, on };
  const surfaces = surfacesOf(each);
  expect([name, findings(surfaces), clockFindings(each)]).toEqual([name, [], []]);
  return (words: Words) => {
    const unsaid = expected(surfaces, words.locale).filter(({ on: path, text }) => {
      const page = words.pages[path];
      return page !== undefined && !page.includes(text.replaceAll(/\s+/g, " "));
    });
    expect([name, words.locale, unsaid]).toEqual([name, words.locale, []]);
    saysNothingOnlyOfNothing(name, surfaces, words);
  };
}

type Sentence = { on: string; text: string };

/** The figures that the pages must name: fee and day, overdue sum, minimum, and the earliest day to close. */
function expected({ standing, closure, tasks, on }: Surfaces, locale: Locale): Sentence[] {
  const { money, date, dated, t } = translatorFor(locale);
  const today = on.toString();
  const { fee, overdue, staying, currency } = standing;
  const shown = fee.today ?? fee.next;
  const earliest = closure.earliestClosing.date;
  const cost = closure.costToClose.days.find(({ possible }) => possible)?.fees ?? "0";
  const say = (text: string, ...paths: string[]) => paths.map((path) => ({ on: path, text }));
  const left = (key: TaskKey) => tasks.find((task) => task.key === key);
  const actions = left("pay-actions")?.actions;
  const counted = (key: TaskKey, message: "overview.go.invoices" | "overview.go.contracts") => {
    const task = left(key);
    return task ? say(t(message, { count: numberLeft(task.open) }), "") : [];
  };
  return [
    ...(shown ? say(money(shown.amount, currency), "") : []),
    ...(shown ? say(date(shown.date), "") : []),
    ...(fee.next ? say(money(fee.next.amount, currency), "/before-uninstall", "/fees") : []),
    ...(fee.next ? say(dated(fee.next.date, today), "/before-uninstall") : []),
    ...say(money(staying.minimum.perMonth, currency), "/before-uninstall"),
    ...say(money(staying.minimum.perYear, currency), "/before-uninstall"),
    ...(overdue.state === "overdue" ? say(money(overdue.amount, currency), "", "/close") : []),
    ...(overdue.state === "overdue" ? say(date(overdue.since), "", "/close") : []),
    ...(earliest ? say(dated(earliest, today), "/close") : []),
    // What it costs until then and what is left to do are the same on Home and Close account.
    ...(/[1-9]/.test(cost) ? say(money(cost, currency), "", "/close") : []),
    ...(actions ? say(t("overview.go.actions", { count: actions.toLock + actions.toPay }), "") : []),
    ...counted("settle-invoices", "overview.go.invoices"),
    ...counted("expire-contracts", "overview.go.contracts"),
  ];
}

/** "Nothing" is said where the oracle says it and nowhere else; "overdue" likewise. */
function saysNothingOnlyOfNothing(name: string, { closure, standing }: Surfaces, { locale, pages }: Words) {
  const { note, t } = translatorFor(locale);
  const nothing = note({ id: "core.earliest.nothingHolds" });
  const mayBeSaid = closure.earliestClosing.because.some(({ id }) => id === "core.earliest.nothingHolds");
  for (const [path, text] of Object.entries(pages)) {
    if (!mayBeSaid) expect([name, path, text.includes(nothing)]).toEqual([name, path, false]);
    if (standing.overdue.state !== "overdue")
      expect([name, path, text.includes(t("overdue.link"))]).toEqual([name, path, false]);
  }
}

/** While a request is under way each page knows it, and none asks for a second one. */
export function knowsRequest(name: string, { locale, pages }: Words, reference: string): void {
  const { t } = translatorFor(locale);
  for (const [path, text] of Object.entries(pages))
    if (path === "/before-uninstall" || path.startsWith("/close/requests/"))
      expect([name, path, text.includes(reference)]).toEqual([name, path, true]);
  for (const path of ["", "/close", "/before-uninstall"])
    expect([name, path, (pages[path] ?? "").includes(t("close.review"))]).toEqual([name, path, false]);
}

/** After a closing nothing is charged, left or earliest any more. */
export function isOver(name: string, { locale, pages }: Words): void {
  const { t } = translatorFor(locale);
  const over = [t("overview.fee.next"), t("closing.lead.from"), t("closing.cheapest"), t("before.fee")];
  for (const path of ["", "/close", "/before-uninstall"])
    expect([name, path, over.filter((each) => pages[path]?.includes(each))]).toEqual([name, path, []]);
}
