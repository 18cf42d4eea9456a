import { expect } from "vitest";
import type { Admin } from "./admin.ts";
import { countClicks } from "./clicks.ts";
import { type Demo, shot } from "./demo.ts";
import { axeFindings, sidewaysOverflow } from "./page-checks.ts";
import { ticketsOf } from "./sandbox-calls.ts";

/** No rule of axe broken, nothing to scroll sideways on a phone, and "Close account" where it always is. */
export async function isSound(admin: Admin, name: string): Promise<void> {
  const { locale } = admin;
  // Rules of axe do not depend on the language; asking once is enough.
  if (locale === "en") expect([name, await axeFindings(admin.frame())]).toEqual([name, []]);
  expect(await admin.page.locator("#app-nav a").allTextContents()).toContain(admin.words.t("nav.close"));
  for (const width of [1280, 390]) {
    await admin.page.setViewportSize({ width, height: 900 });
    expect([name, width, await sidewaysOverflow(admin.frame())]).toEqual([name, width, 0]);
    await shot(admin.page, `way-${name}-${locale}`);
  }
  await admin.page.setViewportSize({ width: 1280, height: 900 });
}

/** From Home to Close account, with every press counted from Home on. */
export async function fromHome(admin: Admin): Promise<() => Promise<number>> {
  const { t } = admin.words;
  await admin.open();
  const clicks = await countClicks(admin.page);
  await admin.go(t("nav.close"));
  await admin.heading.filter({ hasText: t("close.title") }).waitFor();
  return clicks;
}

/** Home, Close account, Review request, Hand over, with nothing typed; the ticket as it arrived. */
export async function handOverFromHome(
  demo: Demo,
  admin: Admin,
  looks: { hub?: string; review?: string } = {},
): Promise<string> {
  const { t } = admin.words;
  const before = (await ticketsOf(demo)).length;
  const clicks = await fromHome(admin);
  if (looks.hub) await isSound(admin, looks.hub);
  await admin.button(t("close.review")).click();
  await admin.heading.filter({ hasText: t("review.title") }).waitFor();
  if (looks.review) await isSound(admin, looks.review);
  expect(await admin.app.getByLabel(t("review.reason")).inputValue()).toBe("");
  expect(await clicks()).toBe(2);
  await admin.button(t("review.submit")).click();
  await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
  const [ticket] = await ticketsOf(demo);
  expect(ticket?.subject.length).toBeLessThanOrEqual(140);
  return ticket?.text ?? "";
}

/** The request's page says that it left, and where the answer goes. */
export async function isSent(admin: Admin): Promise<void> {
  const [said] = admin.words.t("request.sentLead", { email: "@" }).split("@");
  await admin.app
    .getByRole("status")
    .filter({ hasText: said?.trim() ?? "" })
    .waitFor();
}

/** Takes the request back on its receipt, so that the next way starts with none under way. */
export async function withdraw(admin: Admin): Promise<void> {
  const { t } = admin.words;
  await isSent(admin);
  await admin.button(t("move.told-withdrawn")).click();
  await admin.button(t("move.submit")).click();
  await admin.app.getByText(t("receipt.state.withdrawn"), { exact: true }).first().waitFor();
}
