import { Temporal } from "temporal-polyfill";
import type {
  ChoiceRow,
  ConnectionRow,
  DeadJobList,
  DeadJobs,
  MailRow,
  Oddity,
  SchemaDriftRow,
  ShopRow,
  Stores,
  TicketRow,
  WaitingKind,
  WebhookRow,
} from "#app/ports/index.ts";

type Instant = Temporal.Instant;
export type AlarmState = {
  schemaDrifts: (SchemaDriftRow & { notifiedAt: Instant | null })[];
  /** When shops that left were looked after last. */
  tended: { shop: string; at: Instant }[];
};
export const emptyAlarm = (): AlarmState => ({ schemaDrifts: [], tended: [] });

type State = AlarmState & {
  webhooks: WebhookRow[];
  mails: MailRow[];
  tickets: TicketRow[];
  shops: ShopRow[];
  connections: ConnectionRow[];
  choices: (ChoiceRow & { shop: string })[];
};

const same = (one: Oddity) => (other: Oddity) =>
  one.resource === other.resource && one.field === other.field && one.value === other.value;

/** What is stuck and what impact.com does differently, on plain lists like the others. */
export function createAlarmStores(state: () => State): Pick<Stores, "stuck" | "schemaDrifts"> {
  const count = (kind: WaitingKind, before: Instant, moments: (Instant | null)[]) => {
    const old = moments
      .filter((moment) => moment !== null && Temporal.Instant.compare(moment, before) < 0)
      .sort((a, b) => (a && b ? Temporal.Instant.compare(a, b) : 0));
    return { kind, count: old.length, oldest: old[0] ?? null };
  };
  const hasLiveToken = ({ shop }: ShopRow) =>
    state().connections.some((row) => row.shop === shop && row.sealedToken !== null) &&
    !state().choices.some((row) => row.shop === shop && row.name === "keep-watching" && row.granted);
  const lastTended = ({ shop, uninstalledAt }: ShopRow): Instant | null => {
    const at = state().tended.find((row) => row.shop === shop)?.at;
    return at && uninstalledAt && Temporal.Instant.compare(at, uninstalledAt) > 0 ? at : uninstalledAt;
  };
  return {
    stuck: {
      waiting: async (since) => {
        const { webhooks, mails, tickets, shops } = state();
        return [
          count(
            "webhooks",
            since.webhooks,
            webhooks.filter((row) => row.handledAt === null).map((row) => row.receivedAt),
          ),
          count(
            "mails",
            since.mails,
            mails.filter((row) => row.state === "pending").map((row) => row.createdAt),
          ),
          count(
            "tickets",
            since.tickets,
            tickets.filter((row) => row.settledAt === null).map((row) => row.createdAt),
          ),
          count(
            "tokens",
            since.tokens,
            shops.filter(hasLiveToken).map((row) => row.uninstalledAt),
          ),
          count("left-stores", since["left-stores"], shops.map(lastTended)),
        ];
      },
    },
    schemaDrifts: {
      note: async (oddity, at) => {
        const known = state().schemaDrifts.find(same(oddity));
        const row = known
          ? { ...known, lastSeenAt: at, answers: known.answers + 1 }
          : { ...oddity, firstSeenAt: at, lastSeenAt: at, answers: 1, notifiedAt: null };
        state().schemaDrifts = [...state().schemaDrifts.filter((each) => each !== known), row];
      },
      unnotified: async (limit) =>
        state()
          .schemaDrifts.filter(({ notifiedAt }) => notifiedAt === null)
          .sort((a, b) => Temporal.Instant.compare(a.firstSeenAt, b.firstSeenAt))
          .slice(0, limit)
          .map(({ notifiedAt: _not, ...row }) => row),
      markNotified: async (notified, at) => {
        state().schemaDrifts = state().schemaDrifts.map((row) =>
          notified.some(same(row)) ? { ...row, notifiedAt: at } : row,
        );
      },
      seenSince: async (moment) =>
        state().schemaDrifts.filter((row) => Temporal.Instant.compare(row.lastSeenAt, moment) >= 0).length,
    },
  };
}

/** The dead of the queue are whatever a test lays there. */
export function createFakeDeadJobs(): DeadJobList & { dead: DeadJobs[] } {
  const list = { dead: [] as DeadJobs[], ofLastHours: async () => list.dead };
  return list;
}
