import { Temporal } from "temporal-polyfill";
import {
  currencyDecimals,
  isCardCurrency,
  parseDay,
  readTypedAmount,
  type Tried,
} from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

/** Changes of new actions in percent that can be chosen. */
export const REVENUE_CHANGES = [-50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50] as const;

/** The address' names for what is tried out, so that a try survives a reload and can be passed on. */
export type WhatIfFields = { change: string; revenue: string; contracts: string; close: string };

export type WhatIfForm = {
  fields: WhatIfFields;
  /** Null where nothing is tried, or where something cannot be read. */
  tried: Tried | null;
  errors: Partial<Record<keyof WhatIfFields, MessageId>>;
};

type Known = { today: Temporal.PlainDate; currency: string };

/** Reads what is tried out from a page's address; what cannot be read is kept as it was typed, with its reason. */
export function readWhatIf(search: URLSearchParams, { today, currency }: Known): WhatIfForm {
  const text = (name: keyof WhatIfFields) => (search.get(name) ?? "").trim().slice(0, 40);
  const fields = {
    change: text("change"),
    revenue: text("revenue"),
    contracts: text("contracts"),
    close: text("close"),
  };
  const errors: WhatIfForm["errors"] = {};
  const tried: Tried = {};
  const change = REVENUE_CHANGES.find((each) => String(each) === fields.change);
  if (change !== undefined && change !== 0) tried.revenueChange = change;
  else if (fields.change !== "" && change === undefined) errors.change = "whatIf.error.change";
  if (fields.revenue !== "") {
    const amount = readTypedAmount(fields.revenue, isCardCurrency(currency) ? currencyDecimals(currency) : 2);
    if (amount.outcome === "read") tried.revenueAMonth = amount.amount;
    else errors.revenue = "whatIf.error.revenue";
  }
  for (const [name, key] of [
    ["contracts", "contractsEnd"],
    ["close", "close"],
  ] as const) {
    if (fields[name] === "") continue;
    const day = parseDay(fields[name]) === null ? null : Temporal.PlainDate.from(fields[name]);
    if (day && Temporal.PlainDate.compare(day, today) >= 0) tried[key] = day;
    else errors[name] = "whatIf.error.day";
  }
  const isTried = Object.keys(tried).length > 0 && Object.keys(errors).length === 0;
  return { fields, tried: isTried ? tried : null, errors };
}
