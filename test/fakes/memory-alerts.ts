import type { AlertMarkRecord, AlertSettingRecord, AlertStore } from "#app/ports/index.ts";

type Row<T> = T & { shop: string };

export type AlertState = { alertSettings: Row<AlertSettingRecord>[]; alertMarks: Row<AlertMarkRecord>[] };

export const emptyAlerts = (): AlertState => ({ alertSettings: [], alertMarks: [] });

/** The alert store on plain lists. */
export function createMemoryAlerts(state: () => AlertState): AlertStore {
  const isThe = (shop: string, alert: string) => (row: Row<AlertMarkRecord>) =>
    row.shop === shop && row.alert === alert;
  return {
    setting: async (shop) => {
      const row = state().alertSettings.find((each) => each.shop === shop);
      if (!row) return null;
      const { shop: _shop, ...setting } = row;
      return setting;
    },
    saveSetting: async (shop, setting) => {
      const others = state().alertSettings.filter((row) => row.shop !== shop);
      state().alertSettings = [...others, { shop, ...setting }];
    },
    marks: async (shop) =>
      state()
        .alertMarks.filter((row) => row.shop === shop)
        .map(({ shop: _shop, ...mark }) => mark)
        .sort((a, b) => a.alert.localeCompare(b.alert)),
    move: async (shop, seen, next) => {
      const known = state().alertMarks.find(isThe(shop, next.alert)) ?? null;
      if (!isSeen(known, seen)) return false;
      state().alertMarks = [...state().alertMarks.filter((row) => row !== known), { shop, ...next }];
      return true;
    },
    forget: async (shop, alerts) => {
      state().alertMarks = state().alertMarks.filter(
        (row) => row.shop !== shop || !alerts.includes(row.alert),
      );
    },
    see: async (shop, alert, changedAt, seenAt) => {
      state().alertMarks = state().alertMarks.map((row) =>
        isThe(shop, alert)(row) && row.changedAt.equals(changedAt) ? { ...row, seenAt } : row,
      );
    },
  };
}

const isSeen = (known: AlertMarkRecord | null, seen: AlertMarkRecord | null): boolean =>
  known === null || seen === null
    ? known === seen
    : known.accountSid === seen.accountSid &&
      known.limit === seen.limit &&
      known.state === seen.state &&
      known.changedAt.equals(seen.changedAt);
