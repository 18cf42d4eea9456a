import type { Suppression } from "#app/domain/index.ts";
import type {
  ChoiceRow,
  ConnectionRow,
  DeletionRecord,
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
  Pick<AlarmState, "tended"> & { shops: ShopRow[]; connections: ConnectionRow[] };

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
      connected: async (after, limit) =>
        page(false, after, Number.MAX_SAFE_INTEGER)
          .filter((shop) => state().connections.some((row) => row.shop === shop && row.sealedToken !== null))
          .slice(0, limit),
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
