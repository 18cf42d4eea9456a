import { PATIENCE_MS } from "#test/patience.ts";
import type { Admin } from "./admin.ts";

export const CREDENTIALS = {
  story: { sid: "IRs3StoryAcme0001", token: "demo-token-story" },
  busy: { sid: "IRbusyNordlicht0002", token: "demo-token-busy" },
  partner: { sid: "IRpartnerTrail0009", token: "demo-token-partner-small" },
  agency: { sid: "IRagencyNorthwind0011", token: "demo-token-agency" },
} as const;

/** Fills in the connect page and sends it; what comes next is the test's to judge. */
export async function sendCredentials(admin: Admin, sid: string, token: string): Promise<void> {
  await admin.app.locator("input[name=accountSid]").fill(sid);
  await admin.app.locator("input[name=authToken]").fill(token);
  await admin.button(admin.words.t("connect.submit")).click();
}

type Facts = {
  signedUpOn: string;
  balance: string;
  balanceAsOf: string;
  minimumFee?: string;
};

/** S3's account on its first day. */
export const STORY_FACTS: Facts = { signedUpOn: "2026-05-12", balance: "0.00", balanceAsOf: "2026-05-12" };

/** Answers the questions of the setup page and saves them with the admin's save bar. */
export async function tellFacts(admin: Admin, facts: Facts): Promise<void> {
  const { t } = admin.words;
  const field = (label: string) => admin.app.getByLabel(label, { exact: true });
  await field(t("facts.signedUpOn")).fill(facts.signedUpOn);
  await field(t("facts.balance")).fill(facts.balance);
  await field(t("facts.balanceAsOf")).fill(facts.balanceAsOf);
  if (facts.minimumFee !== undefined) await field(t("facts.minimumFee")).fill(facts.minimumFee);
  await admin.save();
}

/** Connects a store to an impact.com account and answers the questions, up to Home with its verdict. */
export async function connected(admin: Admin, account: "story" | "busy", facts: Facts): Promise<void> {
  await admin.open("/setup/connect");
  await sendCredentials(admin, CREDENTIALS[account].sid, CREDENTIALS[account].token);
  await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor();
  await tellFacts(admin, facts);
  // What commissions cost is not known until the first reading of the actions is through.
  const { t } = admin.words;
  const known = admin.app
    .getByText(t("overview.commissions.line"))
    .or(admin.app.getByText(t("overview.commissions.none")))
    .or(admin.app.getByText(t("overview.commissions.trial")));
  await known.waitFor({ timeout: 2 * PATIENCE_MS });
}
