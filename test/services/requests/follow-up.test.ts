import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { checkRequest, enqueueDueChecks } from "#app/services/requests/check-requests.server.ts";
import { runFollowUp } from "#app/services/requests/follow-up.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { requestNow } from "#app/services/requests/request-now.server.ts";
import { aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "./a-request.ts";

describe("the mail of a day by which impact.com should have answered", () => {
  // Sent on Sunday 21 June 2026 at 9:00 UTC; the desk never touches the ticket. Three business days end on 24 June.
  it("comes in the morning after it, with the text to send, and once", async () => {
    const { deps, round, mails, deliver } = await aRequest();
    deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    await round("2026-06-24T20:00:00Z");
    expect(mails("follow-up")).toEqual([]);
    await round("2026-06-25T14:00:00Z");
    await round("2026-06-26T14:00:00Z");
    expect(mails("follow-up")).toHaveLength(1);
    const mail = (await deliver()).find(({ subject }) => subject.startsWith("No answer"));
    expect(mail?.subject).toMatch(/^No answer from impact\.com by Wed, Jun 24, 2026: SET-/);
    expect(JSON.stringify(mail)).toContain(
      "Please tell me what is missing and when you will close the account.",
    );
  });

  it("counts from the follow-up that was sent, and ends with the ticket that is called solved", async () => {
    const { deps, round, mails, page, tell } = await aRequest();
    deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    await round("2026-06-25T14:00:00Z");
    await tell("told-follow-up", { statement: "Sent." });
    // Seven business days after Thursday 25 June, past the holiday of 3 July: Tuesday 7 July.
    deps.helpDesk.status = { outcome: "read", status: "solved", said: "solved", saidAt: null };
    await round("2026-07-07T20:00:00Z");
    expect((await page()).clock).toMatchObject({ solved: true, nextOn: null, followUp: null });
    await round("2026-07-08T14:00:00Z");
    expect(mails("follow-up")).toHaveLength(1);
  });

  it("is dropped when impact.com answered while it waited", async () => {
    const { deps, shop, round, mails, tell } = await aRequest();
    deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    await round("2026-06-25T14:00:00Z");
    await tell("told-reply");
    const [mail] = mails("follow-up");
    expect(await deliverMail({ shop, mailId: mail?.id ?? "" }, deps)).toBe("dropped");
  });
});

describe("a request in the merchant's own hands", () => {
  it.each([
    ["en", "is not sent yet"],
    ["zh-CN", "尚未发送"],
  ])("is reminded of while it lies unsent, and never called sent (%s)", async (locale, words) => {
    const deps = createFakeDeps();
    const merchant = aShop({ locale });
    const { shop } = merchant;
    await deps.db.shops.save(merchant);
    const text = {
      subject: "Please close account IR1",
      body: "Please close it.",
      reason: null,
      byHand: true,
    };
    await handOver(
      { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, ...text },
      deps,
    );
    deps.clock.set("2026-06-25T14:00:00Z");
    await enqueueDueChecks(deps);
    const outcomes: string[] = [];
    for (const job of deps.db.jobs)
      if (job.name === "check-request") outcomes.push(await checkRequest(job.data, deps));
    expect(outcomes).toEqual(["written"]);
    for (const { id } of deps.db.rows().mails) await deliverMail({ shop, mailId: id }, deps);
    expect(deps.mailer.sent.at(-1)?.subject).toContain(words);
    expect(deps.mailer.sent.at(-1)?.subject).not.toContain("was sent");
  });
});

describe("the look for a follow-up", () => {
  const planned = ({ deps, shop, requestId }: Awaited<ReturnType<typeof aRequest>>) =>
    deps.db.requestChecks.find(shop, requestId, "follow-up");

  it("that comes too early plans itself anew, and writes nothing", async () => {
    const walk = await aRequest();
    const { deps, shop, requestId, mails } = walk;
    expect(await runFollowUp({ shop, requestId }, deps)).toBe("not due");
    expect((await planned(walk))?.nextAt.toString()).toBe("2026-06-25T13:00:00Z");
    expect(mails("follow-up")).toEqual([]);
  });

  it("is done with once it was written, and writes no second time", async () => {
    const walk = await aRequest();
    const { deps, shop, requestId, mails } = walk;
    deps.clock.set("2026-06-25T14:00:00Z");
    expect(await runFollowUp({ shop, requestId }, deps)).toBe("written");
    expect(await planned(walk)).toBeNull();
    expect(await runFollowUp({ shop, requestId }, deps)).toBe("written before");
    expect(mails("follow-up")).toHaveLength(1);
  });

  it("is none of a request that is not there, and none after a closing or its refund", async () => {
    const walk = await aRequest();
    expect(await runFollowUp({ shop: walk.shop, requestId: "none" }, walk.deps)).toBe("gone");
    await walk.tell("told-closed");
    expect(await planned(walk)).toBeNull();
    await walk.tell("told-refunded");
    expect(await planned(walk)).toBeNull();
    expect(await runFollowUp({ shop: walk.shop, requestId: walk.requestId }, walk.deps)).toBe("not due");
    expect(await planned(walk)).toBeNull();
  });

  it("takes a ticket on its way for no request that lies unsent", async () => {
    const deps = createFakeDeps();
    const merchant = aShop();
    const { shop } = merchant;
    await deps.db.shops.save(merchant);
    const text = { subject: "Please close account IR1", body: "Please close it.", reason: null };
    await handOver(
      { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, ...text },
      deps,
    );
    const request = await deps.db.closingRequests.findOpen(shop);
    deps.clock.set("2026-06-25T14:00:00Z");
    expect(await runFollowUp({ shop, requestId: request?.id ?? "" }, deps)).toBe("not due");
    expect(deps.db.rows().mails.filter(({ purpose }) => purpose === "follow-up")).toEqual([]);
  });
});

it("knows the last ticket number that anybody named", async () => {
  const { deps, shop, requestId, tell } = await aRequest();
  const known = async () => (await requestNow({ shop, requestId }, deps))?.ticketNumber;
  expect(await known()).toBe("1");
  await tell("told-reply", { proof: "We are on it.", ticketNumber: "HD-7" });
  await tell("told-follow-up", { statement: "I wrote again." });
  expect(await known()).toBe("HD-7");
  const unsent = await aRequest({}, "assisted");
  expect((await requestNow(unsent, unsent.deps))?.ticketNumber).toBeNull();
  expect(await requestNow({ shop, requestId: "none" }, deps)).toBeNull();
});
