import { beforeEach, describe, expect, it } from "vitest";
import { handOverByLink } from "#app/services/exit/hand-over-by-link.server.ts";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { openLink } from "#app/services/exit/open-link.server.ts";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { sendNewLink } from "#app/services/exit/request-new-link.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { aShop, at, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeClock, createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

const ISSUED = at("2026-06-21T09:00:00Z");
const DAYS_30 = 30 * 24 * 3_600;
const CODE_TTL = 600;

/** One database, and two instances whose clocks are wrong by some seconds each. */
describe("links and codes at their last second, among instances whose clocks differ by a minute (L2)", () => {
  let base: FakeDeps;
  let shop: string;
  beforeEach(async () => {
    base = createFakeDeps();
    const left = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z") });
    shop = left.shop;
    await base.db.shops.save(left);
  });
  /** An instance at `seconds` after the issue, in true time, with a clock that is `skew` seconds ahead. */
  const instance = (seconds: number, skew: number): FakeDeps => ({
    ...base,
    clock: createFakeClock(ISSUED.add({ seconds: seconds + skew }).toString()),
  });
  const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
  const issuedBy = async (skew: number) =>
    tokenOf(await issueLink({ shop, purpose: "finish" }, instance(0, skew)));
  const opened = async (token: string, seconds: number, skew: number) =>
    (await openLink({ token, purpose: "finish" }, instance(seconds, skew))).outcome;

  it.each([
    { issuer: 0, reader: 0, seconds: 0, outcome: "open" },
    { issuer: 0, reader: 0, seconds: DAYS_30 - 1, outcome: "open" },
    { issuer: 0, reader: 0, seconds: DAYS_30, outcome: "ended" },
    { issuer: 0, reader: 0, seconds: DAYS_30 + 1, outcome: "ended" },
    // A link that was made a minute "in the future" opens at once: nothing says "not yet".
    { issuer: 60, reader: 0, seconds: 0, outcome: "open" },
    { issuer: 60, reader: -60, seconds: 0, outcome: "open" },
    // It ends by the readers' clock, at most the two errors together away from 30 days.
    { issuer: 60, reader: 0, seconds: DAYS_30 + 59, outcome: "open" },
    { issuer: 60, reader: 0, seconds: DAYS_30 + 60, outcome: "ended" },
    { issuer: -60, reader: 0, seconds: DAYS_30 - 61, outcome: "open" },
    { issuer: -60, reader: 0, seconds: DAYS_30 - 60, outcome: "ended" },
    { issuer: 60, reader: -60, seconds: DAYS_30 + 119, outcome: "open" },
    { issuer: 60, reader: -60, seconds: DAYS_30 + 120, outcome: "ended" },
    { issuer: -60, reader: 60, seconds: DAYS_30 - 121, outcome: "open" },
    { issuer: -60, reader: 60, seconds: DAYS_30 - 120, outcome: "ended" },
  ])("issued at $issuer s, read at $reader s, $seconds s later: $outcome", async (row) => {
    const token = await issuedBy(row.issuer);
    expect(await opened(token, row.seconds, row.reader)).toBe(row.outcome);
  });

  it.each([-60, 0, 60])(
    "a link that ended is replaced by one every instance opens (sender at %i s)",
    async (skew) => {
      const old = await issuedBy(0);
      const later = DAYS_30 + 120;
      expect(await opened(old, later, skew)).toBe("ended");
      const sender = instance(later, skew);
      await sendNewLink({ shop }, sender);
      const mail = base.db.rows().mails.find(({ purpose }) => purpose === "new-link");
      expect(await deliverMail({ shop, mailId: mail?.id ?? "" }, sender)).toBe("sent");
      const href = /https:[^"]+\/l\/[^"]+/.exec(JSON.stringify(base.mailer.sent.at(-1)?.body))?.[0] ?? "";
      for (const reader of [-60, 0, 60]) {
        expect(await opened(tokenOf(href), later, reader)).toBe("open");
        expect(await opened(old, later, reader)).toBe("ended");
      }
    },
  );

  it.each([
    { issuer: 0, reader: 0, seconds: CODE_TTL - 1, outcome: "handed-over" },
    { issuer: 0, reader: 0, seconds: CODE_TTL + 1, outcome: "code-ended" },
    { issuer: 60, reader: -60, seconds: 1, outcome: "handed-over" },
    { issuer: 60, reader: -60, seconds: CODE_TTL + 121, outcome: "code-ended" },
    // The worst two clocks leave eight of the ten minutes.
    { issuer: -60, reader: 60, seconds: CODE_TTL - 121, outcome: "handed-over" },
    { issuer: -60, reader: 60, seconds: CODE_TTL - 120, outcome: "code-ended" },
  ])("a code of $issuer s, entered at $reader s, $seconds s later: $outcome", async (row) => {
    const by = { shop, visit: "a-visit", link: "a-link", network: "a-network" };
    expect(await requestExitCode(by, instance(0, row.issuer))).toEqual({ outcome: "written" });
    const mailId = base.db.rows().mails.at(-1)?.id ?? "";
    // The third clock is the worker's that sends it.
    expect(await deliverMail({ shop, mailId }, instance(1, row.reader))).toBe("sent");
    const code = /"(\d{6})"/.exec(JSON.stringify(base.mailer.sent.at(-1)?.body))?.[1] ?? "";
    const request = {
      subject: "Close",
      body: "Please close it.",
      reason: null,
      openItems: [],
      ...NAMED_ONLY,
    };
    const input = { ...by, code, ...request, route: "starter-ticket", wantedOn: null };
    expect((await handOverByLink(input, instance(row.seconds, row.reader))).outcome).toBe(row.outcome);
  });
});
