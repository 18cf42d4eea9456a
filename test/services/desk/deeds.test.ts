import { describe, expect, it } from "vitest";
import { eraseStore, showDeletions } from "#app/services/desk/erase-store.server.ts";
import { parkMail, parkTicket, parkWebhook } from "#app/services/desk/park.server.ts";
import { resendCase, resendMail, resendStore } from "#app/services/desk/resend.server.ts";
import { revokeStoreLinks } from "#app/services/desk/revoke-store-links.server.ts";
import { aClosing, aClosingEvent, aMail, aWebhook } from "#test/factories/rows.ts";
import { aCase, by, reference } from "./a-case.ts";

const OTHER = "SET-2222-2222";

/** The same, with another case that has neither ticket nor mail, and what was written down since. */
async function twoCases() {
  const found = await aCase();
  const { deps, shop } = found;
  const other = aClosing({ shop, reference: OTHER, accounts: ["IRtestSid0000002"] });
  await deps.db.closingRequests.open(other, aClosingEvent());
  const deeds = () =>
    deps.db.rows().operatorDeeds.map(({ verb, detail, shop: of, who, why }) => [verb, detail, of, who, why]);
  const noted = (verb: string, detail: object) => [verb, detail, shop, "kim", "ticket 4711"];
  return { ...found, deeds, noted };
}

describe("sending again", () => {
  it("is written down with what of the case went", async () => {
    const { deps, shop, mail, deeds, noted } = await twoCases();
    await resendCase({ reference, by }, deps);
    await deps.db.mails.markSent(shop, mail.id, deps.clock.now());
    await resendCase({ reference, by }, deps);
    expect(deeds()).toEqual([
      noted("resend", { reference, ticket: "1", mails: "1" }),
      noted("resend", { reference, ticket: "1", mails: "0" }),
    ]);
    expect(deps.db.jobs.map(({ name }) => name)).toEqual([
      "deliver-ticket",
      "deliver-mail",
      "deliver-ticket",
    ]);
  });

  it("is nothing for a case without ticket and mails", async () => {
    const { deps, shop, deeds, noted } = await twoCases();
    expect(await resendCase({ reference: OTHER, by }, deps)).toEqual({
      ...{ outcome: "begun", shop, ticket: false, mails: 0 },
    });
    expect([deps.db.jobs, deeds()]).toEqual([
      [],
      [noted("resend", { reference: OTHER, ticket: "0", mails: "0" })],
    ]);
  });

  it("goes for a store to each of its mails that were not sent, and to no other store's", async () => {
    const { deps, shop, mail, deeds, noted } = await twoCases();
    const [second, foreign] = [aMail({ shop }), aMail()];
    for (const each of [second, foreign]) await deps.db.mails.add(each);
    expect(await resendStore({ shop, by }, deps)).toEqual({ mails: 2 });
    expect(deps.db.jobs).toEqual([
      { name: "deliver-mail", data: { shop, mailId: mail.id } },
      { name: "deliver-mail", data: { shop, mailId: second.id } },
    ]);
    expect(deeds()).toEqual([noted("resend", { mails: "2" })]);
  });

  it("takes one mail as it is, or back to life where it was dropped", async () => {
    const { deps, shop, mail, deeds, noted } = await twoCases();
    const ask = { shop, mailId: mail.id, again: false, by };
    await deps.db.mails.markFailed(shop, mail.id, "451 busy");
    expect(await resendMail(ask, deps)).toBe("begun");
    // What it waits with stays known; only a mail that was over begins anew.
    expect(await deps.db.mails.findById(shop, mail.id)).toMatchObject({ lastError: "451 busy" });
    await parkMail({ shop, mailId: mail.id, by }, deps);
    expect(await resendMail(ask, deps)).toBe("begun");
    expect(await deps.db.mails.findById(shop, mail.id)).toMatchObject({ state: "pending", lastError: null });
    expect(deps.db.jobs).toEqual(Array(2).fill({ name: "deliver-mail", data: { shop, mailId: mail.id } }));
    expect(deeds()).toEqual([
      noted("resend", { mail: mail.id, was: "pending" }),
      noted("park", { mail: mail.id }),
      noted("resend", { mail: mail.id, was: "dropped" }),
    ]);
  });
});

describe("stopping", () => {
  it("is written down with what was stopped, a case, a mail or a webhook, and only once", async () => {
    const { deps, shop, mail, deeds, noted } = await twoCases();
    const webhook = aWebhook({ shop });
    await deps.db.webhooks.add(webhook);
    const { webhookId } = webhook;
    for (const outcome of ["parked", "over"]) {
      expect(await parkTicket({ reference, by }, deps)).toBe(outcome);
      expect(await parkMail({ shop, mailId: mail.id, by }, deps)).toBe(outcome);
      expect(await parkWebhook({ shop, webhookId, by }, deps)).toBe(outcome);
    }
    expect(deeds()).toEqual([
      noted("park", { reference }),
      noted("park", { mail: mail.id }),
      noted("park", { webhook: webhookId }),
    ]);
  });

  it("finds no ticket of a case that has none, and no mail of another store", async () => {
    const { deps, mail, deeds } = await twoCases();
    expect(await parkTicket({ reference: OTHER, by }, deps)).toBe("unknown");
    expect(await parkMail({ shop: "other.myshopify.com", mailId: mail.id, by }, deps)).toBe("unknown");
    expect(deeds()).toEqual([]);
  });
});

it("links of a store nobody knows are not revoked, and no deed says so", async () => {
  const { deps, deeds } = await twoCases();
  expect(await revokeStoreLinks({ shop: "nobody.myshopify.com", by }, deps)).toBe("unknown-shop");
  expect(deeds()).toEqual([]);
});

it("a deletion says how many rows went", async () => {
  const { deps, shop } = await twoCases();
  await eraseStore({ shop, withRequest: true, by }, deps);
  const [row] = await showDeletions({ shop, by }, deps);
  // Two requests, a ticket, a mail and the store itself.
  expect(row?.rows).toBe(5);
});
