import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "#test/patience.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { COMMISSION, walkedIn } from "./support/languages.ts";
import { moveClockTo, startOver } from "./support/sandbox-calls.ts";

const demo = demoForFile();

describe.each(walkedIn("zh-CN"))("taking the data along in $locale", ({ locale, store }) => {
  let admin: Admin;
  beforeAll(async () => {
    await startOver(demo);
    // The invoice for the commission exists from 1 July on.
    await moveClockTo(demo, "2026-07-02");
    admin = await Admin.enter(demo, store, locale);
    await connected(admin, "story", STORY_FACTS);
  });

  /** Presses a button that saves a file, and gives its name and bytes. */
  async function saved(button: string): Promise<{ name: string; bytes: Buffer }> {
    const download = admin.page.waitForEvent("download");
    // Some stand in the page's head and among its documents.
    await admin.button(button).first().click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
  const narrow = async (name: string) => {
    await admin.page.setViewportSize({ width: 390, height: 900 });
    await shot(admin.page, name);
    await admin.page.setViewportSize({ width: 1280, height: 900 });
  };

  it("makes one zip of everything, counted, with a way round it of the same size", async () => {
    const { t } = admin.words;
    await admin.open("/close");
    await admin.button(t("closing.exportData")).click();
    await admin.heading.filter({ hasText: t("export.title") }).waitFor();
    const unread = admin.app.getByText(t("export.unknown.actions"), { exact: true });
    await unread.waitFor({ state: "detached", timeout: 2 * PATIENCE_MS });
    const make = await admin.button(t("export.make")).boundingBox();
    const skip = await admin.button(t("export.skip")).boundingBox();
    expect(skip?.height).toBe(make?.height);
    await admin.button(t("export.make")).click();
    await admin.app.getByText(t("export.done"), { exact: true }).waitFor();
    await admin.app.getByText(t("export.of.invoices", { exported: 1, exists: 1 }), { exact: true }).waitFor();
    await shot(admin.page, `export-${locale}`);
    await narrow(`export-${locale}`);
    const { name, bytes } = await saved(t("export.download"));
    expect(name).toMatch(/^impact-export-.*\.zip$/);
    const files = unzipSync(bytes);
    expect(strFromU8(files["actions.csv"] ?? new Uint8Array())).toContain("21001.4636.100001");
    expect(strFromU8(files["invoices/31001-202606.pdf"] ?? new Uint8Array())).toMatch(/^%PDF-/);
  });

  it("lists who is still owed, and gives the list as a table", async () => {
    const { t } = admin.words;
    await admin.app.getByRole("link", { name: t("owed.link") }).click();
    await admin.heading.filter({ hasText: t("owed.title") }).waitFor();
    await admin.app.getByText(COMMISSION[locale]).first().waitFor();
    await shot(admin.page, `owed-${locale}`);
    await narrow(`owed-${locale}`);
    const { bytes } = await saved(t("owed.csv"));
    expect(bytes.toString("utf8")).toContain(`\uFEFF${t("export.csv.partner")},`);
  });

  it("gives the receipt of a request as a PDF, and the pack with the invoice in it", async () => {
    const { t } = admin.words;
    await admin.open("/close/review");
    await admin.button(t("review.submit")).click();
    const receipt = await saved(t("receipt.pdf.get"));
    expect(receipt.name).toMatch(/^SET-.*\.pdf$/);
    expect(receipt.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await admin.app.getByText(t("download.ready", { file: receipt.name })).waitFor();
    await shot(admin.page, `request-receipt-${locale}`);
    const files = unzipSync((await saved(t("pack.get"))).bytes);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["receipt.pdf", "manifest.json", "invoices/31001-202606.pdf"]),
    );
  });
});
