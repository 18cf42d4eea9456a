import { describe, expect, it } from "vitest";
import { renderText } from "#app/adapters/mail/render-text.ts";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { warningFactsSchema } from "#app/services/uninstall/warning-facts.ts";
import { aClosing, aClosingEvent, aConnection, at } from "#test/factories/rows.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { aLeftStore, textOf } from "#test/services/uninstall/a-left-store.ts";

const CLOSED_AT = "2026-06-15T10:00:00Z";
const triggeredAt = at("2026-06-21T08:59:00Z");
const OPEN = /still open|can be charged|did not close|next fee|\$30/i;

/** A store whose merchant noted on 15 June, with impact.com's words, that the account is closed. */
async function aClosedStore(
  choices: Parameters<typeof aLeftStore>[0] = {},
  evidence: Record<string, string> = { proof: "Your account has been closed." },
) {
  const store = await aLeftStore({ shop: { uninstalledAt: null }, ...choices });
  const { deps, shop } = store;
  const request = aClosing({ shop, state: "handed-over" });
  await deps.db.closingRequests.open(request, aClosingEvent());
  const noted = aClosingEvent({
    fromState: "handed-over",
    toState: "closed",
    trigger: "told-closed",
    evidence,
    at: at(CLOSED_AT),
  });
  expect(await deps.db.closingRequests.move(shop, request.id, noted)).toBe(true);
  const leave = async () => {
    const outcome = await handleUninstall({ shop, triggeredAt }, deps);
    await store.deliver();
    const [mail] = deps.mailer.sent;
    return { outcome, mail, text: textOf(deps, 0) };
  };
  const asked = (state: string, when: string) =>
    deps.db.snapshots.saveRead(shop, "Campaigns", [{ id: "1", name: "Acme", state }], at(when));
  return { ...store, request, leave, asked };
}

describe("the mail after the uninstall of an account that was noted as closed", () => {
  it("says what was noted, for which request and when, and nothing of an open account or a charge", async () => {
    const { leave, request } = await aClosedStore();
    const { outcome, mail, text } = await leave();
    expect(outcome).toBe("warned");
    expect(mail?.subject).toBe("You noted that impact.com closed your account");
    expect(text).toContain(
      `On Mon, Jun 15, 2026, you noted that impact.com closed the account of your request`,
    );
    expect(text).toContain(request.reference);
    expect(text).toContain("Nothing to do now.");
    // Settled looks on for 45 days after a closing, and so long the data stays.
    expect(text).toContain("The link works for 30 days.");
    expect(`${mail?.subject} ${text}`).not.toMatch(OPEN);
  });

  it("adds it when impact.com was asked after that and still called it open, not when it was asked before", async () => {
    const later = await aClosedStore();
    await later.asked("ACTIVE", "2026-06-18T10:00:00Z");
    const { text } = await later.leave();
    expect(text).toContain("But impact.com’s API still showed the account as open, as of");
    expect(text).not.toContain("Nothing to do");
    const before = await aClosedStore();
    await before.asked("ACTIVE", "2026-06-14T10:00:00Z");
    expect((await before.leave()).text).not.toContain("still showed");
  });

  it("is not written when nothing is looked for any more, 45 days later", async () => {
    const { leave, deps, mails } = await aClosedStore();
    deps.clock.set("2026-08-02T09:00:00Z");
    expect((await leave()).outcome).toBe("known-closed");
    expect(mails()).toEqual([]);
  });

  it("is the usual one where another account was connected after the note", async () => {
    const { leave, deps, shop } = await aClosedStore();
    await deps.db.connections.save(aConnection({ shop, accountSid: "IRtestSid0000003" }));
    expect((await leave()).mail?.subject).toBe("Your impact.com account is still open and can be charged");
  });

  it("says both where nobody showed impact.com's words: what was noted, and what it costs if it is not so", async () => {
    const stated = { statement: "It is closed." };
    const store = await aClosedStore({}, stated);
    const { outcome, mail, text } = await store.leave();
    expect(outcome).toBe("warned");
    expect(mail?.subject).toBe("You noted a closing, but your account may still be charged");
    expect(text).toContain("On Mon, Jun 15, 2026, you noted that impact.com closed the account");
    expect(text).toContain("If the account is not closed, impact.com can charge it:");
    expect(text).toMatch(/"Next fee","value":"[^"]*\$30\.00"/);
    expect(text).not.toContain("Nothing to do");
    const late = await aClosedStore({}, stated);
    late.deps.clock.set("2026-08-02T09:00:00Z");
    expect((await late.leave()).outcome).toBe("warned");
    const reminded = await aClosedStore({ choices: ["remind-before-fees"] }, stated);
    await reminded.leave();
    reminded.deps.clock.set("2026-06-29T15:00:00Z");
    expect(await remindBeforeFee({ shop: reminded.shop }, reminded.deps)).toBe("reminded");
  });

  it("is what Setup shows as the mail that would come", async () => {
    const { deps, shop } = await aClosedStore();
    const shown = await showChoices({ shop }, deps);
    const preview = shown && previewWarning({ warning: shown.warning, locale: "en" }, deps);
    expect(preview?.subject).toBe("You noted that impact.com closed your account");
    expect(JSON.stringify(preview)).not.toMatch(OPEN);
  });

  it("is followed by no reminder of a fee, though the box was ticked", async () => {
    const { leave, deps, shop } = await aClosedStore({ choices: ["remind-before-fees"] });
    await leave();
    deps.clock.set("2026-06-29T15:00:00Z");
    expect(await remindBeforeFee({ shop }, deps)).toBe("closed");
  });

  it.each(["en", "zh-CN"] as const)("is short in %s, with both ways and the way to stop", (locale) => {
    const links = { finish: "https://settled.example/l/a.b", stop: "https://settled.example/stop/a.b" };
    const nextFee = { amount: "30.00", bound: "atLeast", date: "2026-07-01" };
    const minimum = { perMonth: "30.00", perYear: "360.00" };
    for (const [stillOpenAt, isProved] of [
      [null, true],
      ["2026-06-18T10:00:00Z", true],
      [null, false],
      ["2026-06-18T10:00:00Z", false],
    ] as const) {
      const facts = warningFactsSchema.parse({
        ...{
          variant: isProved ? "closed" : "open",
          shopName: "Acme Outdoor",
          timeZone: "America/New_York",
          currency: "USD",
        },
        ...{
          asOf: null,
          dataKept: true,
          ...(isProved ? { nextFee: null, minimum: null } : { nextFee, minimum }),
        },
        closing: { reference: "SET-7KQ2-M9XD", at: CLOSED_AT, stillOpenAt, isProved },
      });
      const { subject, blocks } = warningText(facts, locale, links, fakeSettings);
      const text = renderText(blocks);
      const large = renderText(blocks.filter(({ kind }) => kind !== "small" && kind !== "small-link"));
      expect(large.replace(/https:\S+/g, "").split(/\s+/).length).toBeLessThanOrEqual(120);
      for (const part of [links.finish, links.stop, "app.impact.com", "SET-7KQ2-M9XD", "1 Example Street"])
        expect(text).toContain(part);
      expect(`${subject} ${text}`).not.toMatch(/undefined|null|\{|\}/);
      if (isProved) expect(`${subject} ${text}`).not.toContain("仍可能被扣款");
    }
  });
});
