import { previewReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

export type File = Parameters<typeof anAccount>[0];
type Options = Partial<Parameters<typeof previewReport>[1]>;

/** 12,000 of revenue in the 92 days of June to August, a tenth of it in commissions, locked ten days after tracking. */
export const summer = () =>
  [2_000, 4_000, 6_000].map((revenue, index) =>
    anAction({
      id: `${index}`,
      amount: `${revenue}.00`,
      payout: `${revenue / 10}.00`,
      trackedOn: `2026-0${6 + index}-05`,
      locksOn: `2026-0${6 + index}-15`,
    }),
  );
/** The preview of that summer, a month ahead unless told. */
export const ofSummer = (on: string, options: Options = {}, file: File = {}) =>
  previewReport(anAccount({ contracts: null, actions: summer(), ...file }), {
    on: date(on),
    months: 1,
    ...options,
  });
/** The preview of S3's account. */
export const ofStory = (on: string, options: Options = {}, file: File = {}) =>
  previewReport(anAccount(file), { on: date(on), months: 1, ...options });
