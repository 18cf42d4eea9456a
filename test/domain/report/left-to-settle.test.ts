import { expect, it } from "vitest";
import { leftToSettle } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

it("says without a sign-up date what is left, and takes nothing for paid by the balance", () => {
  const account = anAccount({
    contracts: [{ id: "S-1", partner: "Blog", status: "ACTIVE", endsOn: null }],
    actions: [anAction()],
  });
  // The balance would have paid the action when it locked on 20 June (D1): without a statement nobody can say so.
  const left = leftToSettle(account, date("2026-07-02"));
  expect(left.map(({ key, status }) => [key, status])).toEqual([
    ["expire-contracts", "open"],
    ["settle-invoices", "done"],
    ["pay-actions", "open"],
    ["contact-support", "unknown"],
    ["delete-catalogs", "done"],
    ["refund-form", "unknown"],
  ]);
});
