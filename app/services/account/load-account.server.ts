import { Temporal } from "temporal-polyfill";
import {
  type Account,
  type AccountFileJson,
  type Problem,
  parseAccountFile,
  writeAccountFile,
} from "#app/domain/index.ts";
import type { Company, Program, ShopRecord, SnapshotRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { assembleFile, bodiesOf } from "./assemble-file.ts";
import { readStatedFacts, type StatedFacts } from "./stated-facts.ts";

/** A check older than this is shown with its age and made again when somebody looks (experience.md 2.5). */
const FRESH_MINUTES = 15;

export type AccountView = {
  shop: ShopRecord;
  /** `live` while we hold a token; without one the account is known but can no longer be asked. */
  connection: { accountSid: string; companyName: string | null; live: boolean } | null;
  today: Temporal.PlainDate;
  timeZone: string;
  currency: string;
  facts: StatedFacts;
  /** When each stated fact was told. */
  statedAt: Partial<Record<string, Temporal.Instant>>;
  snapshots: SnapshotRecord[];
  /** Newest successful check of any resource. */
  checkedAt: Temporal.Instant | null;
  /** True when a connected account was last asked too long ago. */
  stale: boolean;
  /** What impact.com says of the programs; "closed" needs its word, never a refused credential (G29). */
  state: "open" | "closed" | "unknown";
  reading:
    | { outcome: "ready"; account: Account; file: AccountFileJson; signedUpOn: Temporal.PlainDate }
    | { outcome: "facts-missing" }
    | { outcome: "unusable"; problems: Problem[] };
};

const ENDED = new Set(["CLOSED", "CANCELLED", "DEACTIVATED"]);

/** Everything known about a shop's account, with where each part comes from. Null for a shop never seen. */
export async function loadAccount(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<AccountView | null> {
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
  const file = assembleFile(facts, bodies, shop);
  const timeZone = company?.timeZone ?? facts.timeZone ?? shop.timeZone;
  const now = deps.clock.now();
  const tried = newest(snapshots.map(({ triedAt }) => triedAt));
  return {
    shop,
    connection: connection && {
      accountSid: connection.accountSid,
      companyName: company?.name ?? null,
      live: connection.sealedToken !== null,
    },
    today: now.toZonedDateTimeISO(timeZone).toPlainDate(),
    timeZone,
    currency: company?.currency ?? facts.currency ?? shop.currency,
    facts,
    statedAt: Object.fromEntries(stated.map(({ name, statedAt }) => [name, statedAt])),
    snapshots,
    checkedAt: newest(snapshots.flatMap(({ checkedAt }) => checkedAt ?? [])),
    stale:
      connection?.sealedToken != null &&
      (tried === null || now.since(tried).total("minutes") > FRESH_MINUTES),
    state: accountState(bodies.Campaigns as Program[] | undefined),
    reading: readFile(file),
  };
}

function readFile(file: unknown | null): AccountView["reading"] {
  if (file === null) return { outcome: "facts-missing" };
  const parsed = parseAccountFile(file);
  return parsed.outcome === "parsed"
    ? readyAccount(parsed.account)
    : { outcome: "unusable", problems: parsed.problems };
}

function readyAccount(account: Account): AccountView["reading"] {
  const file = writeAccountFile(account);
  return { outcome: "ready", account, file, signedUpOn: Temporal.PlainDate.from(file.signedUpOn) };
}

function accountState(programs: Program[] | undefined): AccountView["state"] {
  if (!programs || programs.length === 0) return "unknown";
  return programs.every(({ state }) => ENDED.has(state)) ? "closed" : "open";
}

function newest(instants: Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (latest, each) => (latest && latest.epochNanoseconds >= each.epochNanoseconds ? latest : each),
    null,
  );
}
