import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { mailsTo, moveClockTo, startOver, submit } from "./support/sandbox-calls.ts";

const demo = demoForFile();

describe("a store that is paused or closed with the app in it (D9)", () => {
  const owner = "owner@busy-bikes.example";
  let admin: Admin;
  const become = (status: string, fields: Record<string, string> = {}) =>
    submit(demo, "/store/busy-bikes/status", { status, ...fields });
  const warnings = async () => {
    const subject = admin.words.t("mail.warning.subject", { variant: "open" });
    return (await mailsTo(demo, owner)).filter((each) => each.subject === subject);
  };

  beforeAll(async () => {
    await startOver(demo);
    await moveClockTo(demo, "2026-06-05");
    admin = await Admin.enter(demo, "busy-bikes", "en");
    await connected(admin, "story", STORY_FACTS);
  });

  it("is warned once by mail when it pauses; Home and the page behind the link say why", async () => {
    await become("paused");
    await expect.poll(async () => (await warnings()).length).toBe(1);
    const [mail] = await warnings();
    expect(mail?.text).toContain(
      "Your store Busy Bikes is paused. That did not close your impact.com account ending in 0001.",
    );
    await admin.open();
    await admin.app.getByText("Your store is paused. That did not close your impact.com account.").waitFor();
    await shot(admin.page, "home-store-paused");
    const visitor = await demo.newPage({ javaScriptEnabled: false });
    await visitor.goto(/http:\/\/localhost:\d+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
    expect(visitor.url()).toBe(`${demo.appUrl}/exit`);
    await visitor.getByText("Your store is paused. That did not close your impact.com account.").waitFor();
    await shot(visitor, "exit-store-paused");
    // Closing it next is the same stop; no second mail comes.
    await become("closed");
    await moveClockTo(demo, "2026-06-05T14:05:00Z");
    const lead = async () => {
      await visitor.reload();
      return visitor.locator("p.lead").innerText();
    };
    await expect.poll(lead).toContain("closed");
    expect(await warnings()).toHaveLength(1);
    await admin.page.goto(`${admin.storeUrl}/apps/settled`);
    await admin.page.getByRole("heading", { name: "Busy Bikes is closed" }).waitFor();
  });

  it("is warned again when it closes after it was open, although the webhook got lost", async () => {
    await become("open");
    const told = async () => {
      await admin.open();
      return admin.app.getByText("That did not close your impact.com account.").count();
    };
    await expect.poll(told).toBe(0);
    await become("closed", { lost: "yes" });
    await moveClockTo(demo, "2026-06-05T16:05:00Z");
    await expect.poll(async () => (await warnings()).length).toBe(2);
    await admin.page.goto(admin.storeUrl);
    await admin.page.getByRole("button", { name: "Open the store again" }).click();
    await admin.open();
  });
});
