import { beforeEach, describe, expect, it } from "vitest";
import type { MailRow } from "#app/ports/index.ts";
import { handOverByLink } from "#app/services/exit/hand-over-by-link.server.ts";
import { proveVisit } from "#app/services/exit/prove-visit.server.ts";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { isHandOverCodeNeeded, showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { saveMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { deriveSecrets, type Secrets } from "#app/services/secrets.ts";
import { aShop, at, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

const VISIT = "a-visit";
const OTHER_VISIT = "another-visit";
const WHERE = { link: "a-link", network: "a-network" };
const request = {
  subject: "Please close",
  body: "Please close it.",
  reason: null,
  route: "starter-ticket",
  wantedOn: null,
  openItems: [],
  ...NAMED_ONLY,
};

describe("the code for a request that a link sends (L5)", () => {
  let deps: FakeDeps;
  let shop: string;
  beforeEach(async () => {
    deps = createFakeDeps();
    const left = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z") });
    shop = left.shop;
    await deps.db.shops.save(left);
  });
  const codeMails = () => deps.db.rows().mails.filter(({ purpose }) => purpose === "exit-code");
  const mailed = async (mail: MailRow | undefined) => {
    await deliverMail({ shop, mailId: mail?.id ?? "" }, deps);
    return /"(\d{6})"/.exec(JSON.stringify(deps.mailer.sent.at(-1)?.body))?.[1] ?? "";
  };
  const asked = (visit = VISIT) => requestExitCode({ ...WHERE, shop, visit }, deps);
  const ask = async (visit = VISIT) => {
    expect(await asked(visit)).toEqual({ outcome: "written" });
    return mailed(codeMails().at(-1));
  };
  const handOver = (code: string, visit = VISIT) =>
    handOverByLink({ ...WHERE, shop, visit, code, ...request }, deps);
  const isOpen = async () => (await deps.db.closingRequests.findOpen(shop)) !== null;
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

  it("goes to the address on file, opens one hand-over, and stands in no row", async () => {
    const code = await ask();
    expect(deps.mailer.sent.map(({ to }) => to)).toEqual(["owner@acme-outdoor.example"]);
    expect(JSON.stringify(deps.db.rows())).not.toContain(code);
    expect(await handOver(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ outcome: "handed-over" });
    expect(await isOpen()).toBe(true);
  });

  it("that was asked for before the key was changed goes out as it was stored, and is taken", async () => {
    const [before, after] = [
      "the-root-before-of-at-least-32-characters",
      "the-root-after-of-at-least-32-characters",
    ];
    const under = (secrets: Secrets) => ({ ...deps, settings: { ...deps.settings, secrets } });
    deps = under(deriveSecrets(before, []));
    expect(await requestExitCode({ ...WHERE, shop, visit: VISIT }, deps)).toEqual({ outcome: "written" });
    deps = under(deriveSecrets(after, [before]));
    const code = await mailed(codeMails().at(-1));
    expect(await handOver(wrong(code))).toEqual({ outcome: "code-wrong", triesLeft: 4 });
    expect(await handOver(code)).toEqual({ outcome: "handed-over" });
  });

  it("is mailed to whoever comes without one, and nothing is handed over", async () => {
    expect(await handOver("")).toEqual({ outcome: "code-missing", request: { outcome: "written" } });
    expect(await handOver("")).toEqual({ outcome: "code-missing", request: { outcome: "written-before" } });
    expect(codeMails()).toHaveLength(1);
    expect(await isOpen()).toBe(false);
  });

  it("ends after five wrong tries, the right one included, and a new one works", async () => {
    const code = await ask();
    for (const triesLeft of [4, 3, 2, 1])
      expect(await handOver(wrong(code))).toEqual({ outcome: "code-wrong", triesLeft });
    expect(await handOver(wrong(code))).toEqual({ outcome: "code-ended" });
    expect(await handOver(code)).toEqual({ outcome: "code-ended" });
    expect(await isOpen()).toBe(false);
    deps.clock.set("2026-06-21T09:02:00Z");
    expect(await handOver(await ask())).toEqual({ outcome: "handed-over" });
  });

  it("gives a hundred guesses at once no more than five tries", async () => {
    await ask();
    const before = codeMails().length;
    const guesses = await Promise.all(Array.from({ length: 100 }, (_, index) => handOver(`00000${index}`)));
    expect(guesses.filter(({ outcome }) => outcome === "code-wrong")).toHaveLength(4);
    expect(guesses.filter(({ outcome }) => outcome === "code-ended")).toHaveLength(96);
    expect(codeMails()).toHaveLength(before);
  });

  it("lives ten minutes, to the second", async () => {
    const code = await ask();
    deps.clock.set("2026-06-21T09:10:00Z");
    expect(await handOver(code)).toEqual({ outcome: "code-ended" });
    deps.clock.set("2026-06-21T09:09:59Z");
    expect(await handOver(code)).toEqual({ outcome: "handed-over" });
  });

  it("opens nothing in another visit, whose wrong tries cost this one none", async () => {
    const code = await ask();
    for (let round = 0; round < 9; round += 1)
      expect(await handOver(code, OTHER_VISIT)).toEqual({ outcome: "code-ended" });
    expect(await handOver(code)).toEqual({ outcome: "handed-over" });
  });

  it("is not tried at all by a request that must be put right first", async () => {
    const code = await ask();
    const card = { ...request, body: "Card 4111 1111 1111 1111" };
    expect(
      (await handOverByLink({ ...WHERE, shop, visit: VISIT, code: wrong(code), ...card }, deps)).outcome,
    ).toBe("refused");
    expect(deps.db.rows().exitCodes[0]?.tries).toBe(0);
  });

  it("lets a second click and a second tab end in the same request (L6)", async () => {
    const code = await ask();
    const together = await Promise.all([handOver(code), handOver(code)]);
    const outcomes = [...together, await handOver(code), await handOver("")];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill("handed-over"));
    expect(deps.db.rows().closingRequests).toHaveLength(1);
  });

  it("lets a second click find the first one's work done while its own code is being tried (L6)", async () => {
    const code = await ask();
    const { exitCodes } = deps.db;
    const countTry: typeof exitCodes.countTry = async (...tried) => {
      expect(await handOver(code)).toEqual({ outcome: "handed-over" });
      return exitCodes.countTry(...tried);
    };
    const second = { ...deps, db: { ...deps.db, exitCodes: { ...exitCodes, countTry } } };
    const handed = await handOverByLink({ ...WHERE, shop, visit: VISIT, code, ...request }, second);
    expect(handed).toEqual({ outcome: "handed-over" });
    expect(deps.db.rows().closingRequests).toHaveLength(1);
  });

  it("is asked for by nobody when the merchant hands over at impact.com themselves", async () => {
    const assisted = { ...deps, settings: { ...deps.settings, channel: "assisted" as const } };
    expect(await isHandOverCodeNeeded(shop, assisted)).toBe(false);
    const handed = await handOverByLink({ ...WHERE, shop, visit: VISIT, code: "", ...request }, assisted);
    expect(handed).toEqual({ outcome: "handed-over" });
  });

  it("is the same in every copy of its mail, and is not sent once it opens nothing", async () => {
    await asked();
    const [mail] = codeMails();
    deps.mailer.refuseWith = new Error("451 later");
    await expect(deliverMail({ shop, mailId: mail?.id ?? "" }, deps)).rejects.toThrow("451");
    deps.mailer.refuseWith = null;
    const code = await mailed(mail);
    expect(await handOver(code)).toEqual({ outcome: "handed-over" });
    const late = createFakeDeps();
    await late.db.shops.save(aShop({ shop }));
    await requestExitCode({ ...WHERE, shop, visit: VISIT }, late);
    late.clock.set("2026-06-21T09:10:00Z");
    const mailId = late.db.rows().mails[0]?.id ?? "";
    expect(await deliverMail({ shop, mailId }, late)).toBe("dropped");
    expect(late.db.rows().mails[0]?.lastError).toContain("ran out");
    expect(late.mailer.sent).toEqual([]);
  });

  it("is sent on request although e-mails were stopped, but to no mailbox that refuses us", async () => {
    const known = await deps.db.shops.find(shop);
    if (known) await deps.db.shops.save({ ...known, mailStoppedAt: deps.clock.now() });
    await ask();
    expect(deps.mailer.sent).toHaveLength(1);
    const event = { type: "bounce", permanent: true, address: "owner@acme-outdoor.example" } as const;
    await saveMailEvents({ events: [event] }, deps);
    expect(await asked(OTHER_VISIT)).toEqual({ outcome: "refused-by-mailbox" });
    expect(await showExitCode({ shop, visit: OTHER_VISIT }, deps)).toMatchObject({ reachable: false });
    if (known) await deps.db.shops.save({ ...known, contactEmail: null });
    expect(await asked(OTHER_VISIT)).toEqual({ outcome: "no-address" });
  });

  it("says when too many were asked for, and sends no more", async () => {
    deps.limits.used.add("exit-code");
    expect(await asked()).toEqual({ outcome: "too-many", seconds: 60 });
    expect(codeMails()).toEqual([]);
    expect(deps.limits.counted.flat().join()).not.toMatch(
      new RegExp(`${shop}|${WHERE.link}|${WHERE.network}`),
    );
  });

  it("is counted by link and network, so that whoever holds one link uses up no other's codes", async () => {
    const visits = ["one", "two", "three"].map((visit) => ({ shop, visit }));
    const [owner, forwarded, elsewhere] = [
      { link: "newest", network: "home" },
      { link: "forwarded", network: "thief" },
      { link: "forwarded", network: "other" },
    ];
    for (const [index, where] of [owner, forwarded, elsewhere].entries())
      await requestExitCode({ shop, visit: visits[index]?.visit ?? "", ...where }, deps);
    const keysOf = (name: string) =>
      deps.limits.counted.filter(([each]) => each === name).map(([, key]) => key);
    expect(new Set(keysOf("exit-code")).size).toBe(3);
    const [ofOwner, ofThief, again] = keysOf("exit-code-link");
    expect([ofThief === again, ofOwner === ofThief]).toEqual([true, false]);
  });

  it("counts for an hour once entered, in its visit alone, so that nobody types a code for each step", async () => {
    const code = await ask();
    const visit = { ...WHERE, shop, visit: VISIT };
    const logged: unknown[] = [];
    const note = (facts: object, words: string) => void logged.push({ words, ...facts });
    Object.assign(deps, { log: { info: note, warn: note, error: note } });
    expect(await proveVisit({ ...visit, code }, deps)).toBeNull();
    // A sign-in that went well leaves a line, as one that did not.
    expect(logged).toEqual([{ words: "a code was entered", shop }]);
    expect(await proveVisit({ ...visit, code: "" }, deps)).toBeNull();
    expect(await showExitCode(visit, deps)).toBeNull();
    expect(await proveVisit({ ...visit, visit: OTHER_VISIT, code }, deps)).toEqual({ outcome: "code-ended" });
    deps.clock.set("2026-06-21T09:59:59Z");
    expect(await proveVisit({ ...visit, code: "" }, deps)).toBeNull();
    deps.clock.set("2026-06-21T10:00:00Z");
    expect(await proveVisit({ ...visit, code }, deps)).toEqual({ outcome: "code-ended" });
  });

  it("is called sent when a mail server took it, and neither before nor when none does", async () => {
    const state = async () => (await showExitCode({ shop, visit: VISIT }, deps))?.mail;
    await asked();
    expect(await state()).toBe("sending");
    const mailId = codeMails()[0]?.id ?? "";
    deps.mailer.refuseWith = new Error("451 later");
    await expect(deliverMail({ shop, mailId }, deps)).rejects.toThrow("451");
    expect(await state()).toBe("late");
    deps.mailer.answer = {
      outcome: "not-sent",
      step: "recipient",
      code: 550,
      reason: "550 5.1.1 User unknown",
    };
    expect(await deliverMail({ shop, mailId }, deps)).toBe("dropped");
    expect(await showExitCode({ shop, visit: VISIT }, deps)).toMatchObject({
      reachable: false,
      mail: "failed",
    });
  });
});
