import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClosing, aClosingEvent, aConnection } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { to, visitorsOf } from "./visitor.ts";
import { visitsOf } from "./visits.ts";

describe("what a merchant without the app can still answer and note", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp();
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());
  const aVisitor: ReturnType<typeof visitorsOf> = (...who) => visitorsOf(app)(...who);

  /** What a browser without script would send of the review page as it came. */
  const formOf = (html: string) => {
    const value = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll("&#x27;", "'") ?? "";
    const input = (name: string) => value(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`));
    return {
      subject: value(/name="subject"[^>]*? value="([^"]*)"/),
      body: value(/<textarea[^>]*name="body"[^>]*>([^<]*)</),
      reason: "",
      ...Object.fromEntries(
        ["seen", "saveKey", "subjectMark", "bodyMark", "shownWantedOn", "shownLeaveOutRefund"].map((name) => [
          name,
          input(name),
        ]),
      ),
    };
  };

  it("says a partner's balance, further accounts and finished tasks, and the ticket follows", async () => {
    const { look, send, sendWithCode, facts } = await aVisitor({}, { closingAccount: "partner" });
    const page = await look("/exit");
    for (const path of ["/exit/tasks/partner-balance", "/exit/tasks/partner-upcoming", "/exit/accounts"])
      expect(page).toContain(`href="${path}"`);
    const balance = { amount: "12.50", asOf: "2026-01-01", threshold: "20.00", way: "forfeit" };
    expect(to(await send("/exit/tasks/partner-balance", balance))).toEqual([302, "/exit?saved=1"]);
    expect(to(await send("/exit/tasks/partner-upcoming", { told: "done" }))).toEqual([302, "/exit?saved=1"]);
    expect(to(await sendWithCode("/exit/accounts", { accounts: "IRpartner0001\r\nIRmember00002" }))).toEqual([
      302,
      "/exit?saved=1",
    ]);
    expect(await facts()).toMatchObject({
      partnerBalance: [{ amount: "12.50", asOf: "2026-01-01" }, "signed-link"],
      balanceWay: ["forfeit", "signed-link"],
      "told.partner-upcoming": ["done", "signed-link"],
      closingAccounts: [["IRpartner0001", "IRmember00002"], "signed-link"],
    });
    const { body } = formOf(await look("/exit/review"));
    for (const part of ["IRpartner0001", "IRmember00002", "I forfeit this balance."])
      expect(body).toContain(part);
    expect(body).not.toContain("Earnings: some are still to come");
    expect(await look("/exit")).toContain("Done, you entered");
  });

  it("answers a partner's questions, not a brand's: no fee, no refund", async () => {
    const { look } = await aVisitor({}, { closingAccount: "partner" });
    const brands = ["When do I get money back?", "impact.com fees", "with partners end"];
    const page = await look("/exit/questions");
    expect(brands.filter((text) => page.includes(text))).toEqual([]);
    const brand = await aVisitor({}, { closingAccount: "other-brand" });
    const brandPage = await brand.look("/exit/questions");
    expect(brands.filter((text) => !brandPage.includes(text))).toEqual([]);
  });

  it("says what is wrong with an answer beside it, keeps it, and saves nothing", async () => {
    const { look, send, facts } = await aVisitor({ locale: "zh-CN" }, { closingAccount: "partner" });
    const before = await facts();
    const amount = await send("/exit/tasks/partner-balance", { amount: "a lot", threshold: "20" });
    const page = await amount.text();
    expect([amount.status, page.includes('value="a lot"')]).toEqual([422, true]);
    expect(page).toMatch(/aria-describedby="amount-error" aria-invalid="true"/);
    const accounts = await send("/exit/accounts", { accounts: "IRpartner0001\nno" });
    expect([accounts.status, (await accounts.text()).includes("IRpartner0001\nno")]).toEqual([422, true]);
    expect((await send("/exit/tasks/partner-upcoming", { told: "sold" })).status).toBe(422);
    expect((await send("/exit/tasks/expire-contracts", { told: "done" })).status).toBe(404);
    expect((await app.fetch("/exit/tasks/constructor")).headers.get("location")).toBe("/exit/link");
    expect(await facts()).toEqual(before);
    expect(await look("/exit/tasks/partner-balance")).not.toContain(" checked=");
  });

  it("takes a form that is sent as it came, as scanners send it, for no answer", async () => {
    const entered = { closingAccount: "partner", "told.partner-upcoming": "done", withdrawalThreshold: "20" };
    const balance = { partnerBalance: { amount: "12.50", asOf: "2026-01-01" }, balanceWay: "withdraw" };
    const { send, facts } = await aVisitor({}, { ...entered, ...balance });
    const before = await facts();
    const forms: Record<string, string>[] = [
      {},
      { told: "done", accounts: "", amount: "12.50", asOf: "2026-01-01", threshold: "20", way: "withdraw" },
    ];
    for (const fields of forms)
      for (const path of ["accounts", "note", "tasks/partner-upcoming", "tasks/partner-balance"])
        await send(`/exit/${path}`, fields);
    expect(await facts()).toEqual(before);
  });

  it("changes the key facts by Setup's own rules, and nothing else by a link", async () => {
    const { look, send, sendWithCode, get, facts } = await aVisitor(
      {},
      { signedUpOn: "2026-05-12", edition: "starter" },
    );
    expect(await look("/exit")).toContain('href="/exit/facts"');
    const form = {
      signedUpOn: "2026-05-12",
      edition: "starter",
      trialEndsOn: "",
      cardEverCharged: "unknown",
    };
    const rest = { balance: "", balanceAsOf: "2026-06-01", minimumFee: "", currency: "USD" };
    const before = await facts();
    const slips = { signedUpOn: "2007-01-01", balance: "a lot", edition: "professional" };
    const wrong = await send("/exit/facts", { ...form, ...rest, ...slips });
    const page = await wrong.text();
    expect([wrong.status, page.includes('value="a lot"'), page.includes('href="#signedUpOn"')]).toEqual([
      422,
      true,
      true,
    ]);
    // What was entered stays entered: no other edition takes its place in the form.
    expect(page).toMatch(/<option(?=[^>]* value="professional")[^>]* selected/);
    expect(page).toContain('href="#edition">Choose an edition from the list');
    expect(page).toMatch(/<title>[^<]+ · Settled<\/title>/);
    // As mail scanners send it: without its fields, or as it came.
    for (const sent of [{}, { ...form, ...rest }]) await send("/exit/facts", sent);
    expect(await facts()).toMatchObject(before);
    const elsewhere = { contactEmail: "thief@evil.example", accountSid: "IRthief00001", authToken: "t" };
    const change = { ...form, ...rest, signedUpOn: "2026-05-13", cardEverCharged: "no", ...elsewhere };
    expect(to(await sendWithCode("/exit/facts", change))).toEqual([302, "/exit?saved=1"]);
    // For an hour the visit needs no other code.
    const more = { ...change, signedUpOn: "2026-05-14" };
    expect(to(await send("/exit/facts", more))).toEqual([302, "/exit?saved=1"]);
    expect((await get("/exit/facts")).status).toBe(200);
    expect(await facts()).toMatchObject({
      signedUpOn: ["2026-05-14", "signed-link"],
      cardEverCharged: [false, "signed-link"],
      edition: ["starter", "staff-1"],
    });
    expect(Object.keys(await facts())).not.toContain("contactEmail");
    const partner = await aVisitor();
    const its = { shop: partner.shop.shop, kind: "partner" as const, sealedToken: null };
    await app.db.connections.save(aConnection(its));
    expect(to(await partner.get("/exit/facts"))).toEqual([302, "/exit"]);
  });

  it("updates the text with one button, and never sends another one than was shown", async () => {
    const { shop, look, send } = await aVisitor({}, { closingAccount: "other-brand" });
    const shown = formOf(await look("/exit/review"));
    expect(shown.body).toContain("Refund: please refund");
    // Straight to the hand-over: the text changes, is shown, and nothing is sent yet.
    const choice = { ...shown, leaveOutRefund: "yes", wantedOn: "2031-07-31", read: "yes" };
    const again = await send("/exit/review", choice);
    const page = await again.text();
    expect([again.status, page.includes("The text now matches your choices.")]).toEqual([422, true]);
    expect(formOf(page).body).not.toContain("Refund: please refund");
    expect(formOf(page).body).toContain("Requested closing date: Thu, Jul 31, 2031");
    expect(await app.db.closingRequests.findOpen(shop.shop)).toBeNull();
    // The button does it in one step and leaves the visitor on the page.
    expect(to(await send("/exit/review", { ...choice, intent: "update" }))).toEqual([302, "/exit/review"]);
    const updated = await look("/exit/review");
    expect(formOf(updated).body).toBe(formOf(page).body);
    // A text of their own stays, until they ask for Settled's again.
    const own = { ...formOf(updated), leaveOutRefund: "yes", body: "Close it." };
    await send("/exit/review", { ...own, intent: "update" });
    const edited = await look("/exit/review");
    expect([formOf(edited).body, edited.includes("You changed the text, so new details")]).toEqual([
      "Close it.",
      true,
    ]);
    await send("/exit/review", { ...formOf(edited), leaveOutRefund: "yes", intent: "own" });
    expect(formOf(await look("/exit/review")).body).toContain(
      "Requested closing date: the earliest possible",
    );
    const last = { ...formOf(await look("/exit/review")), leaveOutRefund: "yes", read: "yes" };
    const code = await visits.codeOf(shop, await visits.visit(shop));
    expect(code).not.toBe("");
    const handed = await send("/exit/review", last);
    expect((await handed.text()).includes("Enter the 6-digit code")).toBe(true);
  });

  it("notes closing, refund and a later charge, each once however often it is sent", async () => {
    const { shop, look, get, send, sendWithCode } = await aVisitor();
    const request = aClosing({ shop: shop.shop, accounts: await visits.accounts(shop) });
    await app.db.closingRequests.open(request, aClosingEvent());
    const { reference } = request;
    const stored = async () => app.db.closingRequests.findByReference(shop.shop, reference);
    await app.db.closingRequests.move(shop.shop, request.id, {
      ...aClosingEvent(),
      trigger: "channel-accepted",
      fromState: "ready",
      toState: "sent",
      evidence: { messageId: "m" },
    });
    const seenOn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? "";
    const note = async (trigger: string, fields: Record<string, string> = {}) => {
      const seen = seenOn(await look("/exit/note"));
      const form = { reference, seen, trigger, ticketNumber: "", proof: "", statement: "", ...fields };
      return [await send("/exit/note", form), await send("/exit/note", form)];
    };
    expect(await look("/exit/request")).toContain('href="/exit/note"');
    expect((await send("/exit/note", { reference })).status).toBe(422);
    const bare = { reference, seen: "2", trigger: "told-closed", proof: "", statement: "" };
    const unproved = await sendWithCode("/exit/note", bare);
    expect([unproved.status, (await unproved.text()).includes("Add evidence")]).toEqual([422, true]);
    const page = `/exit/request?reference=${reference}`;
    for (const [trigger, fields, state] of [
      ["told-closed", { proof: "Closed on 21 June." }, "closed"],
      ["told-refunded", {}, "refund-received"],
      ["told-no-charge", {}, "refund-received"],
      // A new charge is a matter for support; the closing stands until somebody takes it back.
      ["told-charged", {}, "refund-received"],
    ] as const) {
      for (const response of await note(trigger, fields))
        expect(to(response)).toEqual([302, `${page}&saved=1`]);
      expect((await stored())?.state).toBe(state);
    }
    const rows = (await app.db.closingRequests.events(shop.shop, request.id)).map(({ trigger }) => trigger);
    expect(rows.slice(2)).toEqual(["told-closed", "told-refunded", "told-no-charge", "told-charged"]);
    expect(await look(page)).toContain("A new charge was seen");
    expect(to((await note("told-not-closed"))[0] as Response)).toEqual([302, `${page}&saved=1`]);
    const [withdrawn] = await note("told-withdrawn");
    expect(to(withdrawn as Response)).toEqual([302, `${page}&saved=1`]);
    expect(await look(page)).toContain("Withdrawn. Nothing else happens.");
    expect(to(await get("/exit/note"))).toEqual([302, "/exit"]);
    const stranger = await aVisitor();
    expect(to(await stranger.get(page))).toEqual([302, "/exit"]);
    expect(to(await stranger.send("/exit/note", { reference, trigger: "told-charged" }))).toEqual([
      302,
      "/exit",
    ]);
  });
});
