import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { closingOf } from "#app/services/closing/closing-path.ts";
import { composeTicket } from "#app/services/drafts/compose-ticket.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { aCloser, aContract, anInvoice, STARTER } from "../closing/a-closer.ts";
import { anItem, shop } from "../sync/a-merchant.ts";

const PENDING = anItem({ id: "p1", trackedOn: "2026-06-01", locksOn: "2026-07-01" });
const LOCKED = anItem({
  ...{ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" },
});
const [FIRST, SECOND] = ["IRtestSid0000001", "IRtestSid0000002"];
const COMPANY = { name: "Acme Inc.", currency: "USD", timeZone: "America/New_York" };
const PROGRAMS = [
  { id: "1000", name: "Acme", state: "ACTIVE" },
  { id: "2000", name: "Acme EU", state: "ACTIVE" },
];

async function ticket(
  known: Parameters<typeof aCloser>[0],
  choices?: { wantedOn: string | null; claimRefund: boolean },
) {
  const { deps } = await aCloser(known);
  await deps.db.snapshots.saveRead(shop, "CompanyInformation", COMPANY, deps.clock.now());
  const drafted = await draftRequest({ shop, locale: "en", ...(choices ? { choices } : {}) }, deps);
  if (!drafted) throw new Error("The shop was never seen.");
  return drafted.composedTicket;
}
const paragraphs = ({ body }: { body: string }) => body.split("\n\n");

describe("the ticket of a connected Starter account", () => {
  it("has everything support needs, a paragraph each", async () => {
    const lists = {
      Contracts: [aContract("c1"), aContract("c2", { endsOn: "2026-06-30" })],
      Invoices: [],
      Catalogs: [],
      Campaigns: PROGRAMS,
    };
    const { subject, body } = await ticket({ items: [PENDING, LOCKED], lists });
    expect(subject).toBe("Please close account IRone");
    expect(body).toBe(
      [
        "Hello impact.com support,",
        "I want to close the following impact.com account.",
        "Account: Acme Inc., Account SID IRone\nPrograms: Acme (1000) and Acme EU (2000)\nShopify store: acme.myshopify.com\nEdition: Starter. Signed up on Thu, Mar 12, 2026.",
        "Requested closing date: the earliest possible\nLast locking date of a pending action: Wed, Jul 1, 2026",
        "Refund: I ask for a refund of the balance that is left once all invoices and actions are paid.\nPlease tell me if you see this differently, and which rule applies.\nIf the card that was charged was replaced or has expired, please tell me how you will send the refund.",
        "Still open on my side:\n- 1 partner contract not expired\n- 1 action still to lock\n- 1 locked action still to pay\n1 contract ends on Tue, Jun 30, 2026.",
        "Please confirm in writing: the closing date, the final invoice, and the refund amount and date.",
        "Thank you,\nAcme Outdoor",
      ].join("\n\n"),
    );
  });

  it("says that nothing is open or pending where everything was looked at, and the day it could close", async () => {
    const facts = { ...STARTER, fundingBalance: { amount: "0.00", asOf: "2026-06-20" } };
    const found = paragraphs(
      await ticket({ items: [], lists: { Contracts: [], Invoices: [], Catalogs: [] }, facts }),
    );
    expect(found).toContain("Nothing is open on my side.");
    expect(found).toContain(
      "Requested closing date: the earliest possible\nNo action is pending.\nEarliest closing date by my calculation: Sun, Jun 21, 2026",
    );
  });

  it("says what was not looked at, and calls nothing open or done that was not", async () => {
    const found = paragraphs(await ticket({ lists: { Invoices: [] } }));
    expect(found).toContain(
      "Not checked: whether partner contracts have expired, whether all actions are locked and paid, and whether product catalogs are deleted",
    );
    expect(found).toContain(
      "Requested closing date: the earliest possible\nNot checked: whether actions are pending.",
    );
  });

  it("names one kind of open action alone where there is only one", async () => {
    const lists = { Contracts: [], Invoices: [], Catalogs: [] };
    expect(paragraphs(await ticket({ items: [PENDING], lists }))).toContain(
      "Still open on my side:\n- 1 action still to lock",
    );
    expect(paragraphs(await ticket({ items: [LOCKED], lists }))).toContain(
      "Still open on my side:\n- 1 locked action still to pay",
    );
  });

  it("has one line for a word that something of the actions is open", async () => {
    const facts: StatedFacts = { ...STARTER, "told.pay-actions": "open" };
    expect(
      paragraphs(await ticket({ lists: { Contracts: [], Invoices: [], Catalogs: [] }, facts })),
    ).toContain("Still open on my side:\n- Actions: not all locked or paid");
  });

  it("asks for no refund that is not claimed, and for the day that is wanted", async () => {
    const found = await ticket({ items: [] }, { wantedOn: "2026-07-31", claimRefund: false });
    expect(found.body).not.toContain("Refund:");
    expect(found.body).toContain("Fri, Jul 31, 2026");
    expect(found.body).not.toContain("the earliest possible");
  });

  it("names neither edition nor refund where nobody told the sign-up date", async () => {
    const { body } = await ticket({ items: [], facts: { closingAccount: "starter" } });
    expect(body).toContain(
      "Shopify store: acme.myshopify.com\n\nRequested closing date: the earliest possible\n\nNot checked: whether partner contracts",
    );
    expect(body).not.toMatch(/Edition|Refund:/);
  });

  it("takes the edition for Starter where none was told", async () => {
    const { body } = await ticket({ facts: { signedUpOn: "2026-03-12", closingAccount: "starter" } });
    expect(body).toContain("Edition: Starter. Signed up on Thu, Mar 12, 2026.");
  });

  it("has the reason, once one is given", async () => {
    const { deps } = await aCloser({});
    const view = await loadAccount({ shop }, deps);
    if (!view) throw new Error("The shop was never seen.");
    const { body } = composeTicket({ view, ...closingOf(view), reason: "Too dear", locale: "en" });
    expect(paragraphs({ body })).toContain("Reason: Too dear");
  });
});

describe("the ticket of another edition", () => {
  const brand: StatedFacts = { signedUpOn: "2026-03-12", closingAccount: "other-brand" };

  it("says that the merchant told it where no edition is known, and names a known one", async () => {
    expect((await ticket({ facts: brand })).body).toContain(
      "Shopify store: acme.myshopify.com\nEdition: other than Starter",
    );
    const known = (await ticket({ facts: { ...brand, edition: "essentials" } })).body;
    expect(known).toContain("Edition: Essentials. Signed up on Thu, Mar 12, 2026.");
    // Not sure of the account, and no edition: nothing is claimed.
    const unsure = (await ticket({ facts: { signedUpOn: "2026-03-12", closingAccount: "not-sure" } })).body;
    expect(unsure).not.toContain("Edition");
  });
});

describe("a partner's ticket", () => {
  const partner: StatedFacts = {
    closingAccount: "partner",
    closingAccounts: [FIRST, SECOND],
    signedUpOn: "2026-03-12",
  };
  async function partnerTicket(facts: StatedFacts, connected = true) {
    const { deps } = await aCloser({
      lists: { Contracts: [], Campaigns: PROGRAMS },
      facts: { ...partner, ...facts },
    });
    const connection = await deps.db.connections.find(shop);
    if (connected && connection)
      await deps.db.connections.save({ ...connection, accountSid: FIRST, kind: "partner" });
    else await deps.db.connections.remove(shop);
    const drafted = await draftRequest({ shop, locale: "en" }, deps);
    if (!drafted) throw new Error("The shop was never seen.");
    return drafted;
  }

  it("names the connected account first and each other once, and neither programs nor an edition", async () => {
    const { composedTicket, accounts } = await partnerTicket({ closingAccounts: [SECOND, FIRST] });
    expect(accounts).toEqual([FIRST, SECOND]);
    expect(paragraphs(composedTicket)).toContain(
      `Account SID: ${FIRST}\nAccount SID: ${SECOND}\nShopify store: acme.myshopify.com`,
    );
  });

  it("rests on no last lock, and asks for no refund of a brand's", async () => {
    const found = paragraphs((await partnerTicket({})).composedTicket);
    expect(found).toContain("Requested closing date: the earliest possible");
    expect(found.join()).not.toContain("Refund:");
    expect(found.join()).not.toContain("the final invoice");
  });
});

it("a brand's ticket names the first account that was told while none is connected", async () => {
  const facts: StatedFacts = { ...STARTER, closingAccounts: [FIRST, SECOND] };
  const { deps } = await aCloser({ facts, lists: { Invoices: [anInvoice("i1")] } });
  await deps.db.connections.remove(shop);
  expect((await draftRequest({ shop, locale: "en" }, deps))?.accounts).toEqual([FIRST]);
});
