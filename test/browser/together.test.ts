import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { ImpactUi } from "./support/impact-ui.ts";
import { LANGUAGES } from "./support/languages.ts";
import { axeFindings } from "./support/page-checks.ts";
import { clearFaults, mailsTo, setFault, startOver } from "./support/sandbox-calls.ts";

const demo = demoForFile();
const [english, chinese] = LANGUAGES;
const CONTRACTS = "close.task.expire-contracts";

describe("a draft in Chinese", () => {
  const { locale, store } = chinese;
  let owner: Admin;
  let bookkeeper: Admin;
  const field = (admin: Admin, label: string) => admin.app.getByLabel(label, { exact: true });
  const saved = (admin: Admin, by: "you" | "colleague") =>
    admin.app
      .getByRole("status")
      .filter({ hasText: admin.words.t("draft.saved", { by, when: "|" }).split("|")[0] ?? "" })
      .waitFor();
  /** Enters something and waits until it is saved: that something was saved may stand there from before. */
  const entered = async (admin: Admin, enter: () => Promise<void>) => {
    const answer = admin.page.waitForResponse("**/app/close/draft*");
    await enter();
    await answer;
    await saved(admin, "you");
  };

  beforeAll(async () => {
    await startOver(demo);
    owner = await Admin.enter(demo, store, locale);
    await connected(owner, "story", STORY_FACTS);
    // Another person on another device: a browser of their own.
    bookkeeper = await Admin.enter(demo, store, locale, 390);
    await bookkeeper.page.context().request.post(`${bookkeeper.storeUrl}/staff`, {
      form: { staff: "bookkeeper" },
      headers: { origin: demo.sandboxUrl },
    });
  });

  it("is saved on leaving, and goes on with another person on another device", async () => {
    const { t } = owner.words;
    await owner.open("/close/review");
    await field(owner, t("review.reason")).fill("太贵了");
    await field(owner, t("draft.wantedOn")).fill("2026-07-31");
    await owner.button(t("review.leave")).click();
    await owner.app.getByText(t("draft.waiting")).waitFor();
    await shot(owner.page, `draft-waiting-${locale}`);

    await bookkeeper.open("/close/review");
    expect(await field(bookkeeper, t("review.reason")).inputValue()).toBe("太贵了");
    expect(await field(bookkeeper, t("draft.wantedOn")).inputValue()).toBe("2026-07-31");
    expect(await field(bookkeeper, t("review.body")).inputValue()).toContain("Fri, Jul 31, 2026");
    await saved(bookkeeper, "colleague");
  });

  it("keeps what two people write at once, and lets one of them choose", async () => {
    const { t } = owner.words;
    await owner.open("/close/review");
    await entered(owner, () => field(owner, t("review.body")).fill("Text of the owner"));
    await field(bookkeeper, t("review.body")).fill("Text of the bookkeeper");
    await bookkeeper.app.getByText(t("draft.conflictText"), { exact: true }).waitFor();
    for (const text of ["Text of the owner", "Text of the bookkeeper"])
      await bookkeeper.app.locator("bdi", { hasText: text }).waitFor();
    await shot(bookkeeper.page, `draft-conflict-${locale}`);
    expect(await axeFindings(bookkeeper.frame())).toEqual([]);
    await bookkeeper.button(t("draft.takeLate")).click();
    await bookkeeper.app.getByText(t("draft.others"), { exact: true }).waitFor();
    expect(await field(bookkeeper, t("review.body")).inputValue()).toBe("Text of the bookkeeper");

    await owner.open("/close/review");
    expect(await field(owner, t("review.body")).inputValue()).toBe("Text of the bookkeeper");
    await shot(owner.page, `draft-others-${locale}`);
    await owner.app
      .getByRole("button", { name: t("draft.putBack") })
      .first()
      .click();
    await expect.poll(() => field(owner, t("review.body")).inputValue()).toBe("Text of the owner");
  });

  it("is not handed over with a choice that its text does not show yet", async () => {
    const { t } = owner.words;
    // Settled's own text again, and then a choice that is never saved.
    await entered(owner, () => owner.button(t("draft.startOver")).click());
    await owner.app.getByText(t("draft.edited"), { exact: true }).waitFor({ state: "detached" });
    await expect.poll(() => field(owner, t("review.body")).inputValue()).toContain("Refund:");
    expect(await field(owner, t("review.body")).inputValue()).toContain("Fri, Jul 31, 2026");
    const places = "**/app/close/draft*";
    await owner.page.route(places, (route) => route.fulfill({ status: 503 }));
    demo.noise.expect(503, /close\/draft/);
    demo.noise.expect(422, /close\/review/);
    await field(owner, t("draft.leaveOutRefund")).check();
    await owner.app.getByText(t("draft.failed"), { exact: true }).waitFor();
    await owner.button(t("review.submit")).click();
    await owner.app.getByText(t("review.changed.follows"), { exact: true }).waitFor();
    await expect.poll(() => field(owner, t("review.body")).inputValue()).not.toContain("Refund:");
    await shot(owner.page, `draft-changed-${locale}`);
    await owner.page.unroute(places);
    await field(owner, t("draft.leaveOutRefund")).uncheck();
    await saved(owner, "you");
  });

  it("stays on the page when it could not be saved, says so, and is saved by the next try", async () => {
    const { t } = owner.words;
    const places = "**/app/close/draft*";
    await owner.page.route(places, (route) => route.fulfill({ status: 503 }));
    demo.noise.expect(503, /close\/draft/);
    await field(owner, t("review.reason")).fill("仍然太贵");
    await owner.app.getByText(t("draft.failed"), { exact: true }).waitFor();
    await owner.page.unroute(places);
    // Going back to what was saved is saved too: the try without an answer may have arrived.
    await entered(owner, () => field(owner, t("review.reason")).fill(""));
    await owner.page.route(places, (route) => route.fulfill({ status: 503 }));
    await field(owner, t("review.reason")).fill("仍然太贵");
    await owner.app.getByText(t("draft.failed"), { exact: true }).waitFor();
    await owner.page.unroute(places);
    expect(await field(owner, t("review.reason")).inputValue()).toBe("仍然太贵");
    await owner.button(t("draft.tryAgain")).click();
    await saved(owner, "you");
    await owner.open("/close/review");
    expect(await field(owner, t("review.reason")).inputValue()).toBe("仍然太贵");
  });
});

describe("the tasks in English", () => {
  const { locale, store, owner } = english;
  let admin: Admin;

  const check = () =>
    admin.app.getByRole("button", {
      name: admin.words.t("check.againFor", { task: admin.words.t(CONTRACTS) }),
    });
  /** What the row of the contracts says of its last check. */
  const said = () => check().locator("xpath=preceding-sibling::*[@role='status']");
  const banner = (count: number) => admin.app.getByText(admin.words.t("watch.title", { count }));

  beforeAll(async () => {
    await startOver(demo);
    admin = await Admin.enter(demo, store, locale);
    await connected(admin, "story", STORY_FACTS);
  });

  it("are checked one by one where they stand, and say what failed beside what was seen last", async () => {
    const { t } = admin.words;
    await admin.open("/close/expire-contracts");
    const place = await admin.frame().evaluate(() => {
      scrollTo(0, 300);
      return scrollY;
    });
    await setFault(demo, "story", "forbidden", "Contracts");
    await check().focus();
    await admin.page.keyboard.press("Enter");
    const reason = t("failure.forbidden", { resource: t("resource.Contracts") });
    await said().filter({ hasText: reason }).waitFor();
    const [lastSeen = ""] = t("check.lastSeen", { when: "|", count: 2 }).split("|");
    await said().filter({ hasText: lastSeen }).waitFor();
    expect(await admin.frame().evaluate(() => scrollY)).toBe(place);
    expect(await check().evaluate((button) => button === document.activeElement)).toBe(true);
    await shot(admin.page, `task-row-failed-${locale}`);
    await clearFaults(demo, "story");
    await check().click();
    await said().filter({ hasText: reason }).waitFor({ state: "detached" });
  });

  it("open again by themselves when what was done comes undone, and tell it once by mail", async () => {
    const { t } = admin.words;
    await admin.open("/close/review");
    await admin.app.getByLabel(t("review.reason"), { exact: true }).fill("Too dear");
    await admin.button(t("review.leave")).click();
    await admin.app.getByText(t("draft.waiting")).waitFor();
    await new ImpactUi(demo, await demo.newPage(), "story").expireAllContracts();
    // A contract that was expired runs to the end of its last day.
    await admin.moveClock("day");
    await admin.open("/close/expire-contracts");
    await check().click();
    const [, done = ""] = t("check.done", { when: "|", status: "done", count: 0 }).split("|");
    await said().filter({ hasText: done }).waitFor();
    expect(await banner(1).count()).toBe(0);

    // Somebody undoes in impact.com what was done; a day later the merchant comes back to the page.
    await fetch(`${demo.sandboxUrl}/impact/reset`, { method: "POST", redirect: "manual" });
    await admin.moveClock("day");
    await admin.open("/close");
    await banner(1).waitFor();
    await admin.app.locator("bdi", { hasText: "S-7100001" }).first().waitFor();
    await shot(admin.page, `task-reopened-${locale}`);
    await admin.goHome();
    await admin.heading.filter({ hasText: "impact.com" }).waitFor();
    await banner(1).waitFor();
    await shot(admin.page, `task-reopened-home-${locale}`);

    const subject = t("mail.reopened.subject", { count: 1, task: t(CONTRACTS) });
    const mails = async () => (await mailsTo(demo, owner)).filter((mail) => mail.subject === subject);
    await expect.poll(async () => (await mails()).length).toBe(1);
    await admin.open("/close/expire-contracts");
    await check().click();
    await said()
      .filter({ hasText: t("check.checking") })
      .waitFor({ state: "detached" });
    expect(await mails()).toHaveLength(1);
  });

  it("give the earliest date as a calendar file", async () => {
    await admin.open("/close/cost");
    const [download] = await Promise.all([
      admin.page.waitForEvent("download"),
      admin.button(admin.words.t("calendar.link")).click(),
    ]);
    expect(download.suggestedFilename()).toBe("closing-date.ics");
    expect(readFileSync(await download.path(), "utf8")).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
  });

  it("lead by the mail's link to the admin while the app is installed, and show nothing of the store outside", async () => {
    const { t } = admin.words;
    const [mail] = await mailsTo(demo, owner);
    const link = /http:\/\/localhost:\d+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    const visitor = await demo.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await visitor.goto(link);
    await visitor.waitForURL("**/exit/installed");
    await visitor.getByRole("link", { name: t("links.installedGo"), exact: true }).waitFor();
    expect(await visitor.locator("body").innerText()).not.toMatch(/Too dear|Acme|IRs3/);
  });

  it("are looked at anew when somebody comes back, with a note for the ticket a colleague handed over", async () => {
    const { t } = admin.words;
    await admin.open("/close");
    await banner(1).waitFor();
    const note = admin.app.getByLabel(t("watch.note"));
    expect(await note.count()).toBe(0);
    const colleague = new Admin(demo, await admin.page.context().newPage(), store, locale);
    await colleague.open("/close/review");
    await colleague.button(t("review.submit")).click();
    await colleague.app.getByText(t("receipt.notClosed"), { exact: true }).waitFor();
    // The tab comes to the front again; nothing is pressed. Somebody back within two seconds is not counted as gone.
    const comeBack = async () => {
      await admin.frame().evaluate(() => window.dispatchEvent(new Event("focus")));
      return note.count();
    };
    await expect.poll(comeBack, { interval: 500 }).toBe(1);
    expect(await note.inputValue()).toMatch(/closing request SET-[\s\S]*S-7100001/);
    await shot(admin.page, `task-reopened-note-${locale}`);
    // Opened by its address, the review leads on to the request that is under way.
    await colleague.open("/close/review");
    await colleague.app.getByText(t("receipt.notClosed"), { exact: true }).waitFor();
  });
});
