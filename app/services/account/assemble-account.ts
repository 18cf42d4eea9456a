import { type Problem, parseAccountFile, type Unread, type WholeAccount } from "#app/domain/index.ts";
import type { ConnectionRow, ShopRow } from "#app/ports/index.ts";
import { assembleFile } from "./assemble-file.ts";
import { assemblePartnerFile } from "./assemble-partner-file.ts";
import { currencyAndZone } from "./currency-and-zone.ts";
import type { KnownBodies } from "./known-bodies.ts";
import type { StatedFacts } from "./stated-facts.ts";

/** "agency": an agency's own account has no account file, for it neither pays a fee nor earns commissions. */
export type Unready = { outcome: "agency" } | { outcome: "unusable"; problems: Problem[] };
/** `read` is what impact.com said all the same; its sign-up date is none, so only what is left to settle may follow. */
export type Missing<T> = { outcome: "facts-missing"; read: T | null };

/** An account but for its actions. */
export type AssembledFacts = { outcome: "ready"; facts: WholeAccount } | Missing<WholeAccount> | Unready;

function fileOf(
  connection: ConnectionRow | null,
  facts: StatedFacts,
  bodies: KnownBodies,
  shop: ShopRow,
): unknown | null {
  if (connection?.kind !== "partner") return assembleFile(facts, bodies, shop);
  const basis = currencyAndZone(facts, bodies, shop);
  const connectedOn = connection.connectedAt.toZonedDateTimeISO(basis.timeZone).toPlainDate().toString();
  return assemblePartnerFile(facts, bodies, { ...basis, connectedOn });
}

/** Not from the file's text, which the list of rows would make long. */
export function withUnread(assembled: AssembledFacts, unread: Unread | undefined): AssembledFacts {
  if (!unread) return assembled;
  if (assembled.outcome === "ready") return { ...assembled, facts: { ...assembled.facts, unread } };
  if (assembled.outcome === "facts-missing")
    return { ...assembled, read: assembled.read && { ...assembled.read, unread } };
  return assembled;
}

/** Contracts give their partner's id only (brand v14); the actions say its name. */
export function namingPartners(
  assembled: AssembledFacts,
  names: ReadonlyMap<string, string>,
): AssembledFacts {
  const named = (facts: WholeAccount): WholeAccount => ({
    ...facts,
    contracts:
      facts.contracts?.map((each) => ({ ...each, partner: names.get(each.partner) ?? each.partner })) ?? null,
  });
  if (assembled.outcome === "ready") return { ...assembled, facts: named(assembled.facts) };
  if (assembled.outcome === "facts-missing")
    return { ...assembled, read: assembled.read && named(assembled.read) };
  return assembled;
}

/** What the stored rows and the stated facts make of a brand's or partner's account. */
export function assembleFacts(...known: Parameters<typeof fileOf>): AssembledFacts {
  const file = fileOf(...known);
  if (file === null) return { outcome: "facts-missing", read: readWithoutSignUp(...known) };
  const parsed = parseAccountFile(file);
  return parsed.outcome === "parsed"
    ? { outcome: "ready", facts: parsed.account }
    : { outcome: "unusable", problems: parsed.problems };
}

/** The first day on which the account is known to exist stands in for its sign-up, as in a partner's file. */
function readWithoutSignUp(
  ...[connection, facts, bodies, shop]: Parameters<typeof fileOf>
): WholeAccount | null {
  if (!connection) return null;
  const { timeZone } = currencyAndZone(facts, bodies, shop);
  const signedUpOn = connection.connectedAt.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const parsed = parseAccountFile(assembleFile({ ...facts, signedUpOn, trialEndsOn: null }, bodies, shop));
  return parsed.outcome === "parsed" ? parsed.account : null;
}
