import { describe, expect, it } from "vitest";
import { proveVisit } from "#app/services/exit/prove-visit.server.ts";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";
import { blocksOf, FOOTER, readable } from "./an-outbox.ts";

const VISIT = "visit-1";
const by = { visit: VISIT, link: "a-link", network: "192.0.2.1" };

/** Somebody on the page of a link asked for a code. */
async function asked() {
  const left = await aLeftStore();
  const { deps, shop } = left;
  expect(await requestExitCode({ shop, ...by }, deps)).toEqual({ outcome: "written" });
  const last = () => left.mails().at(-1);
  return {
    ...left,
    last,
    code: () => {
      const block = blocksOf(readable(deps.mailer.sent.at(-1))).find(({ kind }) => kind === "code");
      return block?.kind === "code" ? block.text : "";
    },
  };
}

describe("the mail with the code for a visit", () => {
  it("brings six digits that open the visit, says how long, and that it can be ignored", async () => {
    const { deps, shop, deliver, code } = await asked();
    await deliver();
    const mail = readable(deps.mailer.sent[0]);
    expect(mail).toMatchObject({
      to: "owner@acme-outdoor.example",
      locale: "en",
      subject: "Your code from Settled",
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(Object.keys(mail.headers)).toEqual(["Auto-Submitted"]);
    expect(code()).toMatch(/^\d{6}$/);
    expect(blocksOf(mail)).toEqual([
      {
        kind: "paragraph",
        text: "Enter this code on the page you opened from Settled’s email. It works for 10 minutes.",
      },
      { kind: "code", text: code() },
      {
        kind: "small",
        text: "Didn’t ask for it? Then somebody else has your link. Without this code, they cannot send, end, or delete anything. Nothing to do.",
      },
      ...FOOTER,
    ]);
    expect(await proveVisit({ shop, ...by, code: code() }, deps)).toBeNull();
  });

  it("speaks the store's language", async () => {
    const left = await aLeftStore({ shop: { locale: "de" } });
    await requestExitCode({ shop: left.shop, ...by }, left.deps);
    await left.deliver();
    expect(left.deps.mailer.sent[0]).toMatchObject({ locale: "de", subject: "Dein Code von Settled" });
  });

  it("is dropped when a newer code took its place, whose mail goes", async () => {
    const { deps, shop, mails, deliver } = await asked();
    deps.clock.set("2026-06-21T09:02:00Z");
    await requestExitCode({ shop, ...by }, deps);
    await deliver();
    expect(mails()).toMatchObject([
      { state: "dropped", lastError: "a newer code took its place, or it was used" },
      { state: "sent" },
    ]);
  });

  it("is dropped when the code is gone", async () => {
    const { deps, shop, last, deliver } = await asked();
    await deps.db.exitCodes.remove(shop, VISIT);
    await deliver();
    expect(last()).toMatchObject({
      state: "dropped",
      lastError: "a newer code took its place, or it was used",
    });
    expect(deps.mailer.sent).toEqual([]);
  });

  it("is dropped from the minute on in which the code runs out", async () => {
    const late = await asked();
    late.deps.clock.set("2026-06-21T09:10:00Z");
    await late.deliver();
    expect(late.last()).toMatchObject({
      state: "dropped",
      lastError: "the code ran out before it could be sent",
    });
    const inTime = await asked();
    inTime.deps.clock.set("2026-06-21T09:09:59Z");
    await inTime.deliver();
    expect(inTime.last()).toMatchObject({ state: "sent" });
  });

  it("still brings the code that was kept, when the secret changed while the mail waited", async () => {
    const { deps, shop, last, code } = await asked();
    const secrets = deriveSecrets("another-link-secret-of-32-characters", [
      "a-link-secret-of-at-least-32-characters",
    ]);
    const rotated = { ...deps, settings: { ...deps.settings, secrets } };
    expect(await deliverMail({ shop, mailId: last()?.id ?? "" }, rotated)).toBe("sent");
    expect(await proveVisit({ shop, ...by, code: code() }, rotated)).toBeNull();
  });
});
