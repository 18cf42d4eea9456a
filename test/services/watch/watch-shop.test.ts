import { describe, expect, it } from "vitest";
import type { ContractItem, ReadFailure } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { showReopened } from "#app/services/watch/show-reopened.server.ts";
import { watchShop } from "#app/services/watch/watch-shop.server.ts";
import { aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { aMerchant, anItem, shop } from "../sync/a-merchant.ts";

const aContract = (status: ContractItem["status"]): ContractItem => ({
  id: "S-777",
  partner: "Acme Blog",
  status,
  endsOn: status === "EXPIRED" ? "2026-06-01" : null,
});

/** A connected merchant on 21 June 2026 whose one contract is expired; `contract` moves it. */
async function aWatched({ draft = true, locale = "en" } = {}) {
  const { deps, impact } = await aMerchant([]);
  let contracts = [aContract("EXPIRED")];
  const state = { failure: null as ReadFailure | null };
  impact.readContracts = async () => state.failure ?? { outcome: "read", value: contracts };
  await deps.db.shops.save(aShop({ shop, locale }));
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } }, deps);
  const content = { ...EMPTY_DRAFT, reason: "Too dear" };
  if (draft) await saveDraft({ shop, actor: "staff-1", seen: 0, saveKey: "k", content }, deps);
  const check = () => checkEverything({ shop }, deps);
  await check();
  return {
    deps,
    impact,
    state,
    check,
    contract: (status: ContractItem["status"], partner = "Acme Blog") => {
      contracts = [{ ...aContract(status), partner }];
    },
    events: () => deps.db.rows().outboundEvents.map(({ event }) => event),
    mails: () => deps.db.rows().mails.filter(({ purpose }) => purpose === "task-reopened"),
  };
}

const REOPENED = {
  type: "closing-task-reopened",
  task: "expire-contracts",
  leftovers: ["Contract S-777 with Acme Blog is active."],
  count: 1,
};

describe("a finished task that comes undone", () => {
  it("is told once: by an event with its job, one mail, and on the pages by name (U3)", async () => {
    const { deps, contract, check, events, mails } = await aWatched();
    expect(await showReopened({ shop }, deps)).toEqual([]);
    contract("ACTIVE");
    await check();
    await check();
    await Promise.all([1, 2, 3].map(() => watchShop({ shop }, deps)));
    expect(events()).toEqual([REOPENED]);
    expect(mails()).toHaveLength(1);
    const [event] = deps.db.rows().outboundEvents;
    expect(deps.db.jobs).toContainEqual({
      name: "send-merchant-event",
      data: { shop, eventId: event?.id },
    });
    expect(await showReopened({ shop }, deps)).toMatchObject([
      { task: "expire-contracts", leftovers: { first: [{ values: { contract: "S-777" } }] } },
    ]);
  });

  it("is told of from the hand-over on, also when it comes undone before anybody looked again", async () => {
    const { deps, contract, check, events, mails } = await aWatched({ draft: false });
    const accounts = [(await deps.db.connections.find(shop))?.accountSid ?? ""];
    const text = { subject: "Please close account IRone", body: "Please close it.", reason: null };
    await handOver(
      { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, accounts, ...text },
      deps,
    );
    contract("ACTIVE");
    await check();
    expect(events()).toContainEqual(REOPENED);
    expect(mails()).toHaveLength(1);
  });

  it("is told again only after it was done again", async () => {
    const { deps, contract, check, events, mails } = await aWatched();
    for (const [day, status] of [
      ["2026-06-22", "ACTIVE"],
      ["2026-06-23", "EXPIRED"],
      ["2026-06-24", "ACTIVE"],
    ] as const) {
      deps.clock.set(`${day}T09:00:00Z`);
      contract(status);
      await check();
      expect(await showReopened({ shop }, deps)).toHaveLength(status === "ACTIVE" ? 1 : 0);
    }
    expect(events()).toEqual([REOPENED, REOPENED]);
    expect(mails()).toHaveLength(2);
  });

  it("is not told while impact.com cannot be read, nor by the good answer after it (P4)", async () => {
    const { deps, state, check, events, contract } = await aWatched();
    state.failure = { outcome: "unavailable", reason: "timeout" };
    await check();
    state.failure = null;
    await check();
    expect(events()).toEqual([]);
    state.failure = { outcome: "forbidden", resource: "Contracts" };
    contract("ACTIVE");
    await check();
    expect(events()).toEqual([]);
    expect(await showReopened({ shop }, deps)).toEqual([]);
    state.failure = null;
    await check();
    expect(events()).toEqual([REOPENED]);
  });

  it("is told of a new pending action by its id", async () => {
    const { deps, impact, check, events } = await aWatched();
    deps.clock.set("2026-06-22T09:00:00Z");
    impact.list(anItem({ id: "21001.1.9" }), { updatedOn: "2026-06-22" });
    await check();
    expect(events()).toContainEqual(
      expect.objectContaining({ task: "pay-actions", leftovers: [expect.stringContaining("21001.1.9")] }),
    );
  });

  it("is nobody's concern before somebody does something for closing; a check of one task is enough", async () => {
    const { deps, contract, check, events, mails } = await aWatched({ draft: false });
    expect(await deps.db.taskWatches.all(shop)).toEqual([]);
    contract("ACTIVE");
    await check();
    expect(events()).toEqual([]);
    contract("EXPIRED");
    await checkTask({ shop, task: "expire-contracts" }, deps);
    contract("ACTIVE");
    await check();
    expect(events()).toEqual([REOPENED]);
    // Who only looked is shown it, and not written to.
    expect(mails()).toEqual([]);
  });

  it("starts afresh with another account", async () => {
    const { deps, contract, events } = await aWatched();
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, accountSid: "IRother" });
    contract("ACTIVE");
    await checkTask({ shop, task: "expire-contracts" }, deps);
    expect(events().filter(({ type }) => type === "closing-task-reopened")).toEqual([]);
  });
});

describe("the mail about it", () => {
  const send = async (watched: Awaited<ReturnType<typeof aWatched>>) => {
    const [mail] = watched.mails();
    return deliverMail({ shop, mailId: mail?.id ?? "" }, watched.deps);
  };

  it.each([
    ["en", "Open again: Expire partner contracts", "Contract S-777 with Acme Blog is active."],
    ["zh-CN", "重新打开：使合作伙伴合同到期", "S-777"],
  ])("names task and object and can be stopped, in %s", async (locale, subject, leftover) => {
    const watched = await aWatched({ locale });
    watched.contract("ACTIVE");
    await watched.check();
    expect(await send(watched)).toBe("sent");
    const [mail] = watched.deps.mailer.sent;
    expect(mail?.subject).toBe(subject);
    expect(JSON.stringify(mail?.body)).toContain(leftover);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  it("makes no link of a partner's name, which anybody may choose (H1)", async () => {
    const watched = await aWatched();
    watched.contract("ACTIVE", "Card declined, verify at https://evil.example/pay");
    await watched.check();
    expect(await send(watched)).toBe("sent");
    const body = JSON.stringify(watched.deps.mailer.sent[0]?.body);
    expect(body).toContain("Card declined");
    expect(body).not.toMatch(/evil\.example|https:\/\/evil/);
  });

  it("is dropped when the task is done again before it goes", async () => {
    const watched = await aWatched();
    watched.contract("ACTIVE");
    await watched.check();
    watched.contract("EXPIRED");
    await watched.check();
    expect(await send(watched)).toBe("dropped");
  });

  it("is not written to somebody who stopped e-mails, and dropped when they did so in between", async () => {
    const watched = await aWatched();
    watched.contract("ACTIVE");
    await watched.check();
    await stopMail({ shop, actor: "signed-link" }, watched.deps);
    expect(await send(watched)).toBe("dropped");
    const later = await aWatched();
    await stopMail({ shop, actor: "signed-link" }, later.deps);
    later.contract("ACTIVE");
    await later.check();
    expect(later.mails()).toEqual([]);
    expect(later.events()).toEqual([REOPENED]);
  });
});

describe("the next card charge", () => {
  it("is told when it changes, once, and not from facts that are missing", async () => {
    const { deps, check, events } = await aWatched({ draft: false });
    expect(events()).toEqual([]);
    await saveFacts({ shop, actor: "staff-1", facts: { minimumFee: "40.00" } }, deps);
    await check();
    await check();
    const [event, ...rest] = events();
    expect(rest).toEqual([]);
    expect(event).toEqual({
      type: "next-charge-changed",
      amount: { minor: 4_000, currency: "USD" },
      on: "2026-07-01",
    });
  });
});
