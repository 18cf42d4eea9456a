import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { aConnection } from "#test/factories/rows.ts";
import { anAccount, anInvoice, KEY, linesOf, shop } from "./an-account.ts";

const unread = { outcome: "unexpected-answer" as const, resource: "Invoices" as const, field: "size" };
const full = (retryAt: string) => async () => ({ outcome: "rate-limited" as const, retryAt });

/** What the list of a finished export says of its invoices. */
async function reasonsIn({ filesOf }: Awaited<ReturnType<typeof anAccount>>, exportId: string) {
  const lines = linesOf((await filesOf(exportId))["invoices.csv"]);
  return lines.slice(1).map((line) => line.split(",")[6]);
}

describe("the invoices of an export", () => {
  it("are kept as they came, with what proves it", async () => {
    const { deps, start } = await anAccount();
    await (await start()).make();
    expect((await deps.db.invoiceFiles.list(KEY))[0]).toEqual({
      invoiceId: "i1",
      sha256: "d89e7f6aeb1a2841fc68dfbb000d1a7657fe903612b10c8bb8b729a7a5119858",
      fetchedAt: deps.clock.now(),
    });
  });

  it.each([
    ["without a token", aConnection({ shop, sealedToken: null })],
    ["of an agency, which has none of its own", aConnection({ shop, kind: "agency" })],
  ])("are not asked for %s, and the list says why in the reader's language", async (_who, connection) => {
    const account = await anAccount();
    await account.deps.db.connections.save(connection);
    const { make, exportId } = await account.start();
    expect(await make()).toBe("done");
    expect(account.asked).toEqual([]);
    expect(await reasonsIn(account, exportId)).toEqual(Array(3).fill("没有保存 impact.com 令牌"));
    expect((await account.show())?.counted.invoices).toEqual({ exists: 3, exported: 0 });
  });

  it("that impact.com would not give are listed with its reason, beside where the others lie", async () => {
    const account = await anAccount();
    const fetchPdf = account.deps.impact.readInvoicePdf;
    account.deps.impact.readInvoicePdf = async (who, id) => (id === "i2" ? unread : fetchPdf(who, id));
    const { make, exportId } = await account.start();
    await make();
    expect(await reasonsIn(account, exportId)).toEqual([
      "invoices/i1.pdf",
      "Settled 无法读取 impact.com 的答复。未知：发票（Invoices）。",
      "invoices/i3.pdf",
    ]);
  });

  it("kept from an earlier export count as much as the new ones, and once", async () => {
    const { deps, start, show } = await anAccount();
    await (await start()).make();
    const more = ["i0", "i1", "i2", "i3", "i4"].map(anInvoice);
    await deps.db.snapshots.saveRead(shop, "Invoices", more, deps.clock.now());
    const fetchPdf = deps.impact.readInvoicePdf;
    const { make } = await start();
    deps.impact.readInvoicePdf = async (who, id) =>
      id === "i4" ? full("2026-06-21T09:30:00Z")() : fetchPdf(who, id);
    expect(await make()).toBe("waits");
    expect((await show())?.counted.invoices).toEqual({ exists: 5, exported: 4 });
    deps.impact.readInvoicePdf = fetchPdf;
    expect(await make()).toBe("done");
    expect((await show())?.counted.invoices).toEqual({ exists: 5, exported: 5 });
  });

  it("are found whatever their ids begin with", async () => {
    const { deps, start, show, asked } = await anAccount();
    await deps.db.snapshots.saveRead(shop, "Invoices", ["2", "1", "a"].map(anInvoice), deps.clock.now());
    await (await start()).make();
    expect(asked).toEqual(["1", "2", "a"]);
    expect((await show())?.counted.invoices).toEqual({ exists: 3, exported: 3 });
  });
});

describe("the time an export waits for impact.com's hour", () => {
  it.each([
    ["as long as impact.com says", "2026-06-21T09:30:00.400Z", 1_801],
    ["a moment where it says now", "2026-06-21T08:00:00Z", 5],
    ["little more than an hour where it says next week", "2026-06-28T09:00:00Z", 3_900],
  ])("is %s", async (_how, retryAt, seconds) => {
    const { deps, start } = await anAccount();
    deps.impact.readInvoicePdf = full(retryAt);
    expect(await (await start()).make()).toBe("waits");
    expect(deps.db.delays).toEqual([seconds]);
  });
});

describe("the zip of an export", () => {
  async function opened(account: Awaited<ReturnType<typeof anAccount>>, exportId: string) {
    const file = await openExport({ shop, exportId }, account.deps);
    const chunks: Uint8Array[] = [];
    for await (const chunk of file?.zip ?? []) chunks.push(chunk);
    return { fileName: file?.fileName, zip: Buffer.concat(chunks) };
  }

  it("is named by its day, and holds PDFs as they are: they are compressed already", async () => {
    const account = await anAccount();
    const { make, exportId } = await account.start();
    await make();
    const { fileName, zip } = await opened(account, exportId);
    expect(fileName).toBe("impact-export-2026-06-21.zip");
    expect(zip.includes("%PDF-1.7 invoice i1")).toBe(true);
    expect(zip.includes("PENDING,1000.00,75.00,USD")).toBe(false);
  });

  it("is named by the day in the store's own zone", async () => {
    const account = await anAccount();
    // Ten in the evening of 21 June in New York.
    account.deps.clock.set("2026-06-22T02:00:00Z");
    const { make, exportId } = await account.start();
    await make();
    expect((await opened(account, exportId)).fileName).toBe("impact-export-2026-06-21.zip");
  });

  it("leaves out a PDF whose time ended while it was sent", async () => {
    const account = await anAccount();
    const { make, exportId } = await account.start();
    await make();
    const { read } = account.deps.db.invoiceFiles;
    account.deps.db.invoiceFiles.read = async (key, id) => (id === "i2" ? null : read(key, id));
    const files = unzipSync((await opened(account, exportId)).zip);
    expect(Object.keys(files).filter((name) => name.endsWith(".pdf"))).toEqual([
      "invoices/i1.pdf",
      "invoices/i3.pdf",
    ]);
    expect(strFromU8(files["invoices/i3.pdf"] ?? new Uint8Array())).toBe("%PDF-1.7 invoice i3");
  });

  it("is none while it is being made", async () => {
    const account = await anAccount();
    const { exportId } = await account.start();
    expect(await openExport({ shop, exportId }, account.deps)).toBeNull();
  });
});
