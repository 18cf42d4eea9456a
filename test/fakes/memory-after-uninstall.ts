import { Temporal } from "temporal-polyfill";
import type { Suppression } from "#app/domain/index.ts";
import type {
  ChoiceRow,
  ConnectionRow,
  DeletionRecord,
  DueNight,
  ErasureDueRow,
  ShopRow,
  Stores,
} from "#app/ports/index.ts";
import type { AlarmState } from "./memory-alarm.ts";

type Suppressed = Suppression & { addressMac: string };
type SoftBounce = { addressMac: string; bouncedAt: ChoiceRow["decidedAt"] };

export type AfterUninstallState = {
  choices: (ChoiceRow & { shop: string })[];
  suppressed: Suppressed[];
  softBounces: SoftBounce[];
  erasuresDue: ErasureDueRow[];
  deletions: DeletionRecord[];
};

export const emptyAfterUninstall = (): AfterUninstallState => ({
  choices: [],
  suppressed: [],
  softBounces: [],
  erasuresDue: [],
  deletions: [],
});

type State = AfterUninstallState &
  Pick<AlarmState, "tended" | "nights"> & { shops: ShopRow[]; connections: ConnectionRow[] };

/** The stores for the time after an uninstall, on plain lists like the others. */
export function createAfterUninstallStores(
  state: () => State,
): Pick<Stores, "choices" | "suppressions" | "erasuresDue" | "deletions" | "shopIndex"> {
  const page = (left: boolean, after: string, limit: number) =>
    state()
      .shops.filter(({ shop, uninstalledAt }) => shop > after && (uninstalledAt !== null) === left)
      .map(({ shop }) => shop)
      .sort()
      .slice(0, limit);
  const nightOf = (shop: string) => state().nights.find((row) => row.shop === shop)?.at ?? null;
  const dueNights = (until: Temporal.Instant): DueNight[] =>
    state()
      .shops.filter(({ uninstalledAt }) => uninstalledAt === null)
      .map(({ shop, timeZone }) => ({
        shop,
        timeZone,
        nightAt: nightOf(shop),
        connected: state().connections.some((row) => row.shop === shop && row.sealedToken !== null),
      }))
      .filter(({ nightAt }) => nightAt === null || Temporal.Instant.compare(nightAt, until) <= 0)
      .sort(
        (a, b) =>
          (a.nightAt?.epochMilliseconds ?? 0) - (b.nightAt?.epochMilliseconds ?? 0) ||
          (a.shop < b.shop ? -1 : 1),
      );
  return {
    choices: {
      all: async (shop) =>
        state()
          .choices.filter((row) => row.shop === shop)
          .map(({ shop: _shop, ...rest }) => rest)
          .sort((a, b) => a.name.localeCompare(b.name)),
      save: async (shop, choices) => {
        for (const choice of choices)
          state().choices = [
            ...state().choices.filter((row) => row.shop !== shop || row.name !== choice.name),
            { shop, ...choice },
          ];
      },
    },
    suppressions: {
      find: async (mac) => {
        const is = ({ addressMac }: { addressMac: string }) => addressMac === mac;
        const { addressMac: _mac, ...suppression } = state().suppressed.find(is) ?? { addressMac: null };
        return {
          suppression: "reason" in suppression ? suppression : null,
          softSince: state().softBounces.find(is)?.bouncedAt ?? null,
        };
      },
      save: async (addressMac, { suppression, softSince }) => {
        const others = <T extends { addressMac: string }>(rows: T[]) =>
          rows.filter((row) => row.addressMac !== addressMac);
        state().suppressed = [
          ...others(state().suppressed),
          ...(suppression ? [{ addressMac, ...suppression }] : []),
        ];
        state().softBounces = [
          ...others(state().softBounces),
          ...(softSince ? [{ addressMac, bouncedAt: softSince }] : []),
        ];
      },
      rekey: async (from, to) => {
        const moved = <Row extends { addressMac: string }>(rows: Row[]): Row[] => {
          const first = rows.find(({ addressMac }) => from.includes(addressMac));
          const others = rows.filter(({ addressMac }) => !from.includes(addressMac));
          const isKnown = others.some(({ addressMac }) => addressMac === to);
          return first && !isKnown ? [...others, { ...first, addressMac: to }] : others;
        };
        state().suppressed = moved(state().suppressed);
        state().softBounces = moved(state().softBounces);
      },
    },
    erasuresDue: {
      find: async (shop) => state().erasuresDue.find((row) => row.shop === shop) ?? null,
      add: async (incoming) => {
        if (state().erasuresDue.some(({ shop }) => shop === incoming.shop)) return;
        state().erasuresDue = [...state().erasuresDue, incoming];
      },
      remove: async (shop) => {
        state().erasuresDue = state().erasuresDue.filter((row) => row.shop !== shop);
      },
    },
    deletions: {
      add: async (incoming) => {
        state().deletions = [...state().deletions, incoming];
      },
      ofShop: async (mac) => state().deletions.filter(({ shopMac }) => shopMac === mac),
      rekey: async (from, to) => {
        state().deletions = state().deletions.map((row) =>
          from.includes(row.shopMac) ? { ...row, shopMac: to } : row,
        );
      },
    },
    shopIndex: {
      installed: async (after, limit) => page(false, after, limit),
      left: async (after, limit) => page(true, after, limit),
      markTended: async (shop, at) => {
        state().tended = [...state().tended.filter((row) => row.shop !== shop), { shop, at }];
      },
      countLeft: async () => page(true, "", Number.MAX_SAFE_INTEGER).length,
      dueNights: async (until, limit) => dueNights(until).slice(0, limit),
      countNights: async (until) => dueNights(until).length,
      setNights: async (nights) => {
        const given = nights.filter(({ shop, nightAt }) => nightOf(shop)?.toString() === nightAt?.toString());
        const shops = given.map(({ shop }) => shop);
        state().nights = [
          ...state().nights.filter(({ shop }) => !shops.includes(shop)),
          ...given.map(({ shop, next }) => ({ shop, at: next })),
        ];
        return shops;
      },
      accountUsedElsewhere: async (shop) => {
        const { connections, shops } = state();
        const own = connections.find((row) => row.shop === shop);
        return connections.some(
          (row) =>
            row.shop !== shop &&
            row.accountSid === own?.accountSid &&
            row.sealedToken !== null &&
            shops.some((each) => each.shop === row.shop && each.uninstalledAt === null),
        );
      },
    },
  };
}
