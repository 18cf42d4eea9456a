import type { ExplainedInput } from "#app/domain/index.ts";
import { inputText } from "#app/messages/input-text.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

/** Where something that went into a figure comes from; null = from impact.com's rule itself. */
export type Source = "checked" | "entered" | "estimate" | null;

const SOURCES: Readonly<Record<string, Source>> = {
  costs: "checked",
  reversed: "checked",
  locking: "checked",
  feeBase: "checked",
  knownToLock: "checked",
  lagDays: "checked",
  signedUp: "entered",
  daysActive: "entered",
  opening: "estimate",
  feeCharged: "estimate",
  feeSettled: "estimate",
  owed: "estimate",
  newExpected: "estimate",
  usualRevenue: "estimate",
  usualPayout: "estimate",
  earliestClosing: "estimate",
  fees: "estimate",
};

/** The figure's own month and day, and what a row of another input says already. */
const SAID = new Set(["month", "closesOn", "minimumFeeFrom", "ratesAsOf"]);

type Row = { label: string; value: string; source: Source; detail: string | null };

/** What went into a figure, a row each, with where it comes from. */
export function wentIn(
  { explanation: { inputs }, assumed, currency }: Extract<ExplainOutcome, { outcome: "explained" }>,
  translator: Translator,
): { rows: Row[]; estimatedMinimum: boolean } {
  const { note } = translator;
  const given = (name: string) => inputs.find((each) => each.name === name)?.value ?? null;
  const from = given("minimumFeeFrom") ?? (assumed.some(({ gap }) => gap === "G2") ? "estimate" : "plan");
  const hasMinimum = inputs.some(({ name }) => name === "minimumFee");
  const rates = inputs.find(({ name }) => name === "ratesAsOf");
  const line = (each: ExplainedInput): Row => {
    const isMinimum = each.name === "minimumFee";
    return {
      label: note(each.label),
      value: inputText(each, currency, translator),
      source: isMinimum ? minimumSource(from) : (SOURCES[each.name] ?? null),
      detail: isMinimum && rates ? `${note(rates.label)} ${inputText(rates, currency, translator)}` : null,
    };
  };
  return {
    rows: inputs.filter(({ name }) => !SAID.has(name)).map(line),
    estimatedMinimum: hasMinimum && from === "estimate",
  };
}

const minimumSource = (from: string): Source =>
  from === "merchant" ? "entered" : from === "estimate" ? "estimate" : null;
