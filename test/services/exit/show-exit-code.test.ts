import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { proveVisit } from "#app/services/exit/prove-visit.server.ts";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { isHandOverCodeNeeded, showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { mailedCode, VISIT } from "./a-visit.ts";

/** A store that left, with whose link somebody asks for codes. */
async function aVisitor(change: Partial<ShopRow> = {}) {
  const deps = createFakeDeps();
  const left = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z"), ...change });
  const { shop } = left;
  await deps.db.shops.save(left);
  return {
    deps,
    shop,
    show: (visit = "a-visit") => showExitCode({ shop, visit }, deps),
    ask: () => requestExitCode({ ...VISIT, shop }, deps),
    deliver: () => deliverMail({ shop, mailId: deps.db.rows().mails[0]?.id ?? "" }, deps),
  };
}

describe("what a page says about the code", () => {
  it("leaves most of the address out, and tells of the mail only in the visit that asked for it", async () => {
    const { show, ask, deliver } = await aVisitor();
    expect(await show()).toEqual({ address: "o…@acme-outdoor.example", reachable: true, mail: "none" });
    expect(await ask()).toEqual({ outcome: "written" });
    await deliver();
    expect([(await show())?.mail, (await show("another-visit"))?.mail]).toEqual(["sent", "none"]);
  });

  it("says when there is no address, and of a store that nobody knows", async () => {
    const { deps, show, ask } = await aVisitor({ contactEmail: null });
    const none = { address: null, reachable: false, mail: "none" };
    expect(await show()).toEqual(none);
    expect(await ask()).toEqual({ outcome: "no-address" });
    const unknown = { ...VISIT, shop: "never-seen.myshopify.com" };
    expect(await showExitCode(unknown, deps)).toEqual(none);
    expect(await requestExitCode(unknown, deps)).toEqual({ outcome: "unknown-shop" });
  });

  it("takes a second press within the minute for the same wish, and one after it for a new one", async () => {
    const { deps, ask } = await aVisitor();
    await ask();
    deps.clock.set("2026-06-21T09:00:59Z");
    expect(await ask()).toEqual({ outcome: "written-before" });
    deps.clock.set("2026-06-21T09:01:00Z");
    expect(await ask()).toEqual({ outcome: "written" });
  });

  it("follows the mail: waiting, late, sent", async () => {
    const { deps, show, ask, deliver } = await aVisitor();
    await ask();
    expect((await show())?.mail).toBe("sending");
    deps.mailer.refuseWith = new Error("451 try again later");
    await expect(deliver()).rejects.toThrow("451");
    expect((await show())?.mail).toBe("late");
    deps.mailer.refuseWith = null;
    await deliver();
    expect((await show())?.mail).toBe("sent");
  });

  it("says that a mail will not come when the mailbox does not exist, and that none can", async () => {
    const { deps, show, ask, deliver } = await aVisitor();
    await ask();
    const reason = "550 5.1.1 no such user";
    deps.mailer.answer = { outcome: "not-sent", step: "recipient", code: 550, reason };
    expect(await deliver()).toBe("dropped");
    expect(await show()).toMatchObject({ reachable: false, mail: "failed" });
    expect(await ask()).toEqual({ outcome: "refused-by-mailbox" });
  });

  it("counts a mail that is not there any more as one on its way", async () => {
    const { deps, shop, show, ask } = await aVisitor();
    await ask();
    await deps.db.mails.remove(shop, deps.db.rows().mails[0]?.id ?? "");
    expect((await show())?.mail).toBe("sending");
    const code = await deps.db.exitCodes.find(shop, "a-visit");
    if (code) await deps.db.exitCodes.save({ ...code, mailId: null });
    expect((await show())?.mail).toBe("sending");
  });

  it("speaks of no code that ran out", async () => {
    const { deps, show, ask } = await aVisitor();
    await ask();
    deps.clock.set("2026-06-21T09:09:59Z");
    expect((await show())?.mail).toBe("sending");
    deps.clock.set("2026-06-21T09:10:00Z");
    expect((await show())?.mail).toBe("none");
  });

  it("speaks of no code that was guessed at five times", async () => {
    const { deps, shop, show, ask } = await aVisitor();
    await ask();
    const guess = () => proveVisit({ ...VISIT, shop, code: "no code" }, deps);
    for (const triesLeft of [4, 3, 2, 1]) expect(await guess()).toEqual({ outcome: "code-wrong", triesLeft });
    expect((await show())?.mail).toBe("sending");
    expect(await guess()).toEqual({ outcome: "code-ended" });
    expect((await show())?.mail).toBe("none");
  });

  it("asks for none in the hour after one was entered", async () => {
    const { deps, shop, show } = await aVisitor();
    const code = await mailedCode({ deps, shop });
    expect(await proveVisit({ ...VISIT, shop, code }, deps)).toBeNull();
    expect(await show()).toBeNull();
    deps.clock.set("2026-06-21T09:59:59Z");
    expect(await show()).toBeNull();
    deps.clock.set("2026-06-21T10:00:00Z");
    expect(await show()).toMatchObject({ address: "o…@acme-outdoor.example", mail: "none" });
  });
});

describe("the code for handing over", () => {
  it("is needed until a request is under way, after which nothing is left to send", async () => {
    const { deps, shop } = await aVisitor();
    expect(await isHandOverCodeNeeded(shop, deps)).toBe(true);
    const sent = await aRequest();
    expect(await isHandOverCodeNeeded(sent.shop, sent.deps)).toBe(false);
  });
});
