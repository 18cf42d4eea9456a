import type { Temporal } from "temporal-polyfill";
import {
  type Account,
  actionSummary,
  type DailyTotals,
  type Kind,
  type OtherAccount,
  otherAccount,
  type SummarisedAccount,
  toDate,
  toDay,
  type WholeAccount,
} from "#app/domain/index.ts";
import type {
  AccountKey,
  AccountKind,
  Company,
  Program,
  ShopRow,
  SnapshotRow,
  SyncProgress,
} from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type AgencyFacts, agencyFacts, type PartnerFacts, partnerFacts } from "./account-kinds.ts";
import {
  type AssembledFacts,
  assembleFacts,
  type Missing,
  namingPartners,
  type Unready,
  withUnread,
} from "./assemble-account.ts";
import { currencyAndZone } from "./currency-and-zone.ts";
import { bodiesOf } from "./known-bodies.ts";
import { readStatedFacts, type StatedFacts } from "./stated-facts.ts";
import { type UnreadList, unreadLists, unreadOf } from "./unread-rows.ts";

/** A check older than this is shown with its age and made again when somebody looks (experience.md 2.5). */
export const FRESH_MINUTES = 15;

/** Everything about an account but what its actions come to. */
export type AccountBase = {
  shop: ShopRow;
  /** Whose account is connected; a brand's where none is. */
  kind: AccountKind;
  /** What impact.com says of a partner's or an agency's account; null for the other kinds. */
  partner: PartnerFacts | null;
  agency: AgencyFacts | null;
  /** `live` while we hold a token; without one the account is known but can no longer be asked. */
  connection: { accountSid: string; companyName: string | null; live: boolean } | null;
  today: Temporal.PlainDate;
  timeZone: string;
  currency: string;
  facts: StatedFacts;
  /** What the account is by the merchant's own answer, where the figures of the key facts are not for it. */
  otherAccount: OtherAccount | null;
  /** When each stated fact was told. */
  statedAt: Partial<Record<string, Temporal.Instant>>;
  snapshots: SnapshotRow[];
  /** What everything shown was checked at the latest: the oldest successful check of the resources. */
  checkedAt: Temporal.Instant | null;
  /** True when a connected account was last asked too long ago. */
  stale: boolean;
  /** What impact.com says of the programs; "closed" needs its word, never a refused credential (G29). */
  state: "open" | "closed" | "unknown";
  /** Rows of impact.com's lists that could not be read; what rests on those lists is at least what is shown. */
  unread: UnreadList[];
  /** The reading of actions that is under way or was the last; null before the first. */
  sync: { first: boolean; running: boolean; progress: SyncProgress } | null;
};

/** `stored` says where the actions are; null until a first reading is complete. */
type Ready<T> = { outcome: "ready"; account: T; signedUpOn: Temporal.PlainDate; stored: AccountKey | null };

/** `account` knows of its actions what today's figures need; they are null until a first reading is complete. */
export type AccountView = AccountBase & {
  assembled: (Ready<Account> & { totals: DailyTotals | null }) | Missing<Account> | Unready;
};

/** The same with sums in place of actions: what it costs to load does not depend on their number. */
export type SummaryView = AccountBase & {
  assembled: Ready<SummarisedAccount> | Missing<WholeAccount> | Unready;
};

const ENDED = new Set(["CLOSED", "CANCELLED", "DEACTIVATED"]);

type LoadDeps = Pick<Deps, "db" | "clock">;
type Loaded = {
  base: AccountBase;
  assembled: AssembledFacts;
  stored: AccountKey | null;
};

/**
 * Everything known about a shop's account, with where each part comes from. What it costs does not depend on how many
 * actions are settled. Null for a shop never seen. `named` is how many actions of each group of open ones are known by name:
 * as many as any list names, unless the caller names none.
 */
export async function loadAccount(
  input: { shop: string; named?: number },
  deps: LoadDeps,
): Promise<AccountView | null> {
  const loaded = await load(input, deps);
  if (!loaded) return null;
  const { base, assembled, stored } = loaded;
  if (assembled.outcome === "agency" || assembled.outcome === "unusable") return { ...base, assembled };
  const on = toDay(base.today);
  const [totals, currentActions] = await Promise.all([
    stored && deps.db.actions.totals(stored),
    stored && deps.db.actions.currentActions(stored, on, input.named),
  ]);
  const actions = totals && currentActions && actionSummary({ on, totals, ...currentActions });
  if (assembled.outcome === "facts-missing")
    return { ...base, assembled: { ...assembled, read: assembled.read && { ...assembled.read, actions } } };
  const account = { ...assembled.facts, actions };
  const signedUpOn = toDate(account.signedUpOn);
  return { ...base, assembled: { outcome: "ready", account, totals, signedUpOn, stored } };
}

/** For pages that show no single action. */
export async function loadSummary(input: { shop: string }, deps: LoadDeps): Promise<SummaryView | null> {
  const loaded = await load(input, deps);
  if (!loaded) return null;
  const { base, assembled, stored } = loaded;
  if (assembled.outcome !== "ready") return { ...base, assembled };
  const { actions: _actions, ...facts } = assembled.facts;
  const account = { ...facts, totals: stored && (await deps.db.actions.totals(stored)) };
  const signedUpOn = toDate(account.signedUpOn);
  return { ...base, assembled: { outcome: "ready", account, signedUpOn, stored } };
}

async function load(input: { shop: string }, deps: LoadDeps): Promise<Loaded | null> {
  const shop = await deps.db.shops.find(input.shop);
  if (!shop) return null;
  const [connection, stated, snapshots] = await Promise.all([
    deps.db.connections.find(input.shop),
    deps.db.statedFacts.all(input.shop),
    deps.db.snapshots.all(input.shop),
  ]);
  const bodies = bodiesOf(snapshots);
  const company = bodies.CompanyInformation as Company | undefined;
  const facts = readStatedFacts(stated);
  const basis = currencyAndZone(facts, bodies, shop);
  const key = connection && { shop: input.shop, accountSid: connection.accountSid };
  const [sync, names, aside] = await Promise.all([
    key && deps.db.syncs.find(key),
    key ? deps.db.actions.partnerNames(key) : new Map<string, string>(),
    key ? deps.db.setAside.counts(key) : {},
  ]);
  const kind = connection?.kind ?? "brand";
  const now = deps.clock.now();
  // A check that failed counts from its attempt: asking at every look would only add to what is wrong.
  const asked = oldest(
    snapshots.map(({ failure, checkedAt, triedAt }) => (failure ? triedAt : checkedAt) ?? triedAt),
  );
  const base: AccountBase = {
    shop,
    kind,
    partner: kind === "partner" ? partnerFacts(snapshots, names) : null,
    agency: kind === "agency" ? agencyFacts(snapshots) : null,
    connection: connection && {
      accountSid: connection.accountSid,
      companyName: company?.name ?? null,
      live: connection.sealedToken !== null,
    },
    today: now.toZonedDateTimeISO(basis.timeZone).toPlainDate(),
    ...basis,
    facts,
    otherAccount: kind === "agency" ? null : otherAccount(routeAnswers(facts, connection && kind)),
    statedAt: Object.fromEntries(stated.map(({ name, statedAt }) => [name, statedAt])),
    snapshots,
    checkedAt: oldest(snapshots.flatMap(({ checkedAt }) => checkedAt ?? [])),
    stale:
      connection?.sealedToken != null &&
      (asked === null || now.since(asked).total("minutes") > FRESH_MINUTES),
    state: accountState(bodies.Campaigns as Program[] | undefined),
    unread: unreadLists(aside, snapshots),
    sync: key &&
      sync && {
        first: sync.completedAt === null,
        running: sync.finishedAt === null,
        progress: await deps.db.syncs.progress(key, sync.run),
      },
  };
  // Sums in one currency shown as another would be wrong without looking wrong: unknown until they are read anew.
  const stored = key && sync?.completedAt && sync.currency === basis.currency ? key : null;
  const assembled = kind === "agency" ? { outcome: kind } : assembleFacts(connection, facts, bodies, shop);
  return { base, assembled: withUnread(namingPartners(assembled, names), unreadOf(aside)), stored };
}

const routeAnswers = (facts: StatedFacts, kind: Kind | null) => ({
  kind,
  edition: facts.edition ?? null,
  stated: { account: facts.closingAccount ?? null, button: facts.cancelButton ?? null },
});

/** Whether this account pays a fee that the published plans know: only then are fees, charges and ledger shown. */
export const paysKnownFee = ({ kind, otherAccount }: Pick<AccountBase, "kind" | "otherAccount">): boolean =>
  kind === "brand" && otherAccount === null;

function accountState(programs: Program[] | undefined): AccountView["state"] {
  if (!programs || programs.length === 0) return "unknown";
  return programs.every(({ state }) => ENDED.has(state)) ? "closed" : "open";
}

function oldest(instants: Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (first, each) => (first && first.epochNanoseconds <= each.epochNanoseconds ? first : each),
    null,
  );
}
