import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { walkedIn } from "./support/languages.ts";
import { axeFindings, sidewaysOverflow } from "./support/page-checks.ts";
import { setMailFault, submit, ticketsOf } from "./support/sandbox-calls.ts";

const demo = demoForFile({ channel: "freshdesk" });

describe.each(walkedIn("en"))("what does not get through, in $locale", ({ locale, store, owner }) => {
  let admin: Admin;
  beforeAll(async () => {
    admin = await Admin.enter(demo, store, locale);
  });
  const narrow = async (name: string) => {
    await admin.page.setViewportSize({ width: 390, height: 2400 });
    expect(await sidewaysOverflow(admin.frame())).toBeLessThanOrEqual(0);
    await shot(admin.page, name);
    await admin.page.setViewportSize({ width: 1280, height: 900 });
  };

  it("is shown in Setup when the mailbox refuses a mail, and lifted there", async () => {
    const { t } = admin.words;
    await setMailFault(demo, "no-mailbox");
    await admin.open("/close/review");
    await admin.button(t("review.submit")).click();
    await admin.app.getByText(t("receipt.event.channel-accepted", { to: "Freshdesk" })).waitFor();
    const banner = admin.app.getByText(t("suppressed.title"), { exact: true });
    await expect
      .poll(async () => {
        await admin.open("/setup");
        return banner.count();
      })
      .toBe(1);
    await setMailFault(demo, "none");
    await admin.app.getByText(owner).first().waitFor();
    expect(await axeFindings(admin.frame())).toEqual([]);
    await shot(admin.page, `setup-suppressed-${locale}`);
    await narrow(`setup-suppressed-${locale}`);
    await admin.button(t("suppressed.lift")).click();
    await admin.app.getByText(t("suppressed.lifted")).waitFor();
    expect(await banner.count()).toBe(0);
    await shot(admin.page, `setup-lifted-${locale}`);
  });

  it("is said of a ticket that the help desk put away, in place of what it said before", async () => {
    const { t } = admin.words;
    const [ticket] = await ticketsOf(demo);
    const reference = ticket?.subject.match(/SET-[\w-]+/)?.[0] ?? "";
    await submit(demo, `/help-desk/tickets/${ticket?.number}/acknowledge`, {});
    await admin.open(`/close/requests/${reference}`);
    await admin.button(t("receipt.askDesk")).click();
    await admin.app.getByText(t("receipt.state.acknowledged")).waitFor();
    await submit(demo, `/help-desk/tickets/${ticket?.number}/put-away`, { as: "spam" });
    await admin.button(t("receipt.askDesk")).click();
    await admin.app.getByText(t("receipt.askDesk.put-away")).first().waitFor();
    await admin.app.getByText(/Spam/).first().waitFor();
    expect(await admin.app.getByText(t("receipt.state.acknowledged")).count()).toBe(0);
    await shot(admin.page, `request-put-away-${locale}`);
    await narrow(`request-put-away-${locale}`);
    await admin.page.goto(`${demo.sandboxUrl}/help-desk/tickets/${ticket?.number}`);
    await shot(admin.page, `desk-put-away-${locale}`);
  });
});
