import { beforeAll, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { CREDENTIALS, sendCredentials, STORY_FACTS, tellFacts } from "./support/connect.ts";
import { demoForFile } from "./support/demo.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";
import { writeFileSync, mkdirSync } from "node:fs";

const OUT = "/tmp/money-shots";
mkdirSync(OUT, { recursive: true });
const demo = demoForFile();
beforeAll(() => moveClockTo(demo, process.env.AT ?? "2026-07-02"));

async function frameShot(admin: Admin, name: string) {
  for (const [width, tag] of [[1058, 1280], [390, 390]] as const) {
    await admin.page.setViewportSize({ width: tag === 1280 ? 1280 : 390, height: 900 });
    await admin.page.waitForTimeout(300);
    const height = await admin.frame().evaluate(() => document.documentElement.scrollHeight);
    await admin.page.setViewportSize({ width: tag === 1280 ? 1280 : 390, height: Math.min(height + 250, 6000) });
    await admin.page.waitForTimeout(300);
    const handle = await admin.page.locator("iframe#app").elementHandle();
    await handle?.screenshot({ path: `${OUT}/${name}-${tag}.png` });
    if (tag === 390) {
      const over = await admin.frame().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) console.log(name, "overflow", over);
    }
  }
  await admin.page.setViewportSize({ width: 1280, height: 900 });
  const words = await admin.frame().evaluate(() => {
    const clone = document.querySelector("main");
    return (clone?.innerText ?? "").split(/\s+/).filter(Boolean).length;
  });
  writeFileSync(`${OUT}/${name}.words`, String(words));
}

it("shots", async () => {
  const [store, account, lang] = [process.env.STORE ?? "acme-outdoor", process.env.ACCOUNT ?? "story", process.env.LOC ?? "en"];
  const admin = await Admin.enter(demo, store as "acme-outdoor", lang as "en");
  const prefix = process.env.NAME ?? account;
  await admin.open("");
  if (process.env.FIRST) await frameShot(admin, "home-f-first-run");
  await admin.open("/connect");
  const cred = process.env.SID ? { sid: process.env.SID, token: process.env.TOKEN ?? "" } : CREDENTIALS[account as "story"];
  await sendCredentials(admin, cred.sid, cred.token);
  await admin.heading.filter({ hasText: admin.words.t("setup.title") }).waitFor();
  const facts = process.env.FACTS ? JSON.parse(process.env.FACTS) : STORY_FACTS;
  const { t } = admin.words;
  if (facts.trial) {
    await admin.app.getByLabel(t("facts.signedUpOn"), { exact: true }).fill(facts.signedUpOn);
    await admin.app.getByLabel(t("facts.inTrial.yes" as never), { exact: true }).check().catch(() => {});
    await admin.save();
  } else if (facts.balance === "") {
    await admin.app.getByLabel(t("facts.signedUpOn"), { exact: true }).fill(facts.signedUpOn);
    await admin.save();
  } else await tellFacts(admin, facts);
  await admin.page.waitForTimeout(Number(process.env.WAIT ?? 6000));
  for (const page of (process.env.PAGES ?? ",/fees,/ledger").split(",")) {
    await admin.open(page);
    await admin.page.waitForTimeout(1500);
    if (process.env.ZH) await admin.switchTo("zh-CN");
    await frameShot(admin, `${prefix}${page.replaceAll(/[/?=&]/g, "-")}`);
  }
}, 300000);
