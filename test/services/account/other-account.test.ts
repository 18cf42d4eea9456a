import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const STARTER: StatedFacts = { signedUpOn: "2026-05-12", edition: "starter" };

/** A store with key facts and no connection, and what its pages, its mails and its Setup say of fees. */
async function stated(facts: StatedFacts) {
  const deps = createFakeDeps();
  const shop = aShop();
  await deps.db.shops.save(shop);
  await saveFacts({ ...shop, actor: "staff-1", facts: { ...STARTER, ...facts } }, deps);
  const choices = await showChoices(shop, deps);
  const preview = choices && previewWarning({ warning: choices.warning, locale: "en" }, deps);
  const fees = {
    home: (await showHome(shop, deps))?.figures,
    fees: (await showFees({ ...shop, months: 3 }, deps))?.preview,
    ledger: (await showLedger(shop, deps))?.statement,
  };
  const decided = { decidedAt: deps.clock.now(), decidedBy: "staff-1" };
  await deps.db.choices.save(shop.shop, [{ name: "remind-before-fees", granted: true, ...decided }]);
  await deps.db.shops.save({ ...shop, uninstalledAt: deps.clock.now() });
  return {
    fees,
    otherAccount: (await loadAccount(shop, deps))?.otherAccount,
    hasFees: choices?.hasFees,
    warning: [preview?.subject, ...(preview?.lines ?? [])].join("\n"),
    reminded: await remindBeforeFee(shop, deps),
  };
}

describe("an account of another edition, by the merchant's own answer", () => {
  it("is shown no fee, charge or ledger of Starter, and gets none by mail", async () => {
    const { fees, otherAccount, hasFees, warning, reminded } = await stated({
      closingAccount: "other-brand",
    });
    expect(fees).toEqual({ home: null, fees: null, ledger: null });
    expect([otherAccount, hasFees, reminded]).toEqual(["other-brand", false, "not-wanted"]);
    expect(warning).toContain("an edition other than Starter");
    expect(warning).not.toMatch(/\$\d|minimum fee/);
  });

  it("is shown the fees of its edition once that is one with a published plan", async () => {
    const { fees, hasFees } = await stated({ closingAccount: "other-brand", edition: "essentials" });
    expect(fees.fees?.plan.edition).toBe("essentials");
    expect([fees.home, fees.ledger, hasFees]).not.toContain(null);
  });

  it("is Starter's again when the answer is changed", async () => {
    const { fees, otherAccount, hasFees } = await stated({ closingAccount: "starter" });
    expect(fees.fees?.plan.edition).toBe("starter");
    expect([otherAccount, hasFees]).toEqual([null, true]);
  });
});

it("a partner account nobody connected is shown no fee either", async () => {
  const { fees, otherAccount, warning, reminded } = await stated({ closingAccount: "partner" });
  expect(fees).toEqual({ home: null, fees: null, ledger: null });
  expect([otherAccount, reminded]).toEqual(["partner", "not-wanted"]);
  expect(warning).not.toMatch(/\$|minimum fee|charged/);
});
