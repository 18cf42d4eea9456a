import type { MessageId } from "#app/messages/catalogue.ts";
import { accountSidSchema, MOST_ACCOUNTS } from "#app/services/account/closing-facts.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";

export type DetailsProblem = { message: MessageId; values: Record<string, string | number> };
export type ParsedDetails =
  | { outcome: "read"; facts: Pick<StatedFacts, "closingAccounts"> }
  | { outcome: "rejected"; problem: DetailsProblem };

/** Reads the accounts, one a line or parted by commas; none is an answer too. `most`: how many this way can name. */
export function readDetailsForm(data: FormData, most: "one" | "many"): ParsedDetails {
  const text = String(data.get("accounts") ?? "").trim();
  const sids = [...new Set(text.split(/[\s,;，；、]+/))].filter((each) => each !== "");
  const wrong = sids.find((sid) => !accountSidSchema.safeParse(sid).success);
  const rejected = (message: MessageId, values: DetailsProblem["values"] = {}): ParsedDetails => ({
    outcome: "rejected",
    problem: { message, values },
  });
  if (wrong !== undefined) return rejected("details.error.sid", { sid: wrong.slice(0, 80) });
  if (most === "one" && sids.length > 1) return rejected("details.error.one");
  if (sids.length > MOST_ACCOUNTS) return rejected("details.error.many", { most: MOST_ACCOUNTS });
  return { outcome: "read", facts: { closingAccounts: sids } };
}
