import { expect, it } from "vitest";
import { closureReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

it("says who pays what until the account is closed (S0, S1, H12)", () => {
  expect(closureReport(anAccount(), { on: date("2026-06-11") }).whoPays).toEqual([
    { item: "partner-costs", payer: "merchant", text: { id: "core.pays.partner-costs" } },
    { item: "fees", payer: "merchant", text: { id: "core.pays.fees" } },
    {
      ...{ item: "closing-month-fee", payer: "merchant", assumption: "G27" },
      text: { id: "core.pays.closing-month-fee" },
    },
    // From the closing on impact.com rejects them (S1).
    { item: "actions-after-closing", payer: "nobody", text: { id: "core.pays.actions-after-closing" } },
    { item: "locked-after-expiry", payer: "merchant", text: { id: "core.pays.locked-after-expiry" } },
    { item: "remaining-balance", payer: "impact.com", text: { id: "core.pays.remaining-balance" } },
  ]);
});
