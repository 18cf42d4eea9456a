import { Temporal } from "temporal-polyfill";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { accountSidSchema, MOST_ACCOUNTS } from "#app/services/closing/closing-facts.ts";

export type DetailsProblem = {
  field: "accounts" | "wantedOn";
  message: MessageId;
  values: Record<string, string | number>;
};
type DetailsFacts = Pick<StatedFacts, "closingAccounts" | "closingWantedOn">;
export type DetailsReading =
  | { outcome: "read"; facts: DetailsFacts }
  | { outcome: "rejected"; problems: DetailsProblem[] };

/** `accounts`: how many further accounts this way can name; 0 where the field is not shown. */
type Context = { today: Temporal.PlainDate; accounts: "none" | "one" | "many" };

/** Reads the accounts, one a line or parted by commas, and the wanted day; both may be left empty. */
export function readDetailsForm(data: FormData, { today, accounts }: Context): DetailsReading {
  const problems: DetailsProblem[] = [];
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const sids = [...new Set(text("accounts").split(/[\s,;，；、]+/))].filter((each) => each !== "");
  const wrong = sids.find((sid) => !accountSidSchema.safeParse(sid).success);
  const add = (field: DetailsProblem["field"], message: MessageId, values: DetailsProblem["values"] = {}) =>
    problems.push({ field, message, values });
  if (accounts !== "none") {
    if (wrong !== undefined) add("accounts", "details.error.sid", { sid: wrong.slice(0, 80) });
    else if (accounts === "one" && sids.length > 1) add("accounts", "details.error.one");
    else if (sids.length > MOST_ACCOUNTS) add("accounts", "details.error.many", { most: MOST_ACCOUNTS });
  }
  const wantedOn = text("wantedOn");
  const day = wantedOn === "" ? null : plainDate(wantedOn);
  if (wantedOn !== "" && day === null) add("wantedOn", "details.error.date");
  if (day && Temporal.PlainDate.compare(day, today) < 0) add("wantedOn", "details.error.past");
  if (problems.length > 0) return { outcome: "rejected", problems };
  return {
    outcome: "read",
    facts: {
      closingWantedOn: day?.toString() ?? null,
      ...(accounts === "none" ? {} : { closingAccounts: sids }),
    },
  };
}

function plainDate(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text, { overflow: "reject" }) : null;
  } catch {
    return null;
  }
}
