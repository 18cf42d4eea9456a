import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";
import { NAMED_ONLY } from "#test/factories/rows.ts";
import { run } from "../../../cli/run.ts";
import { actionsOf, aPack, collected, FULL, KEY, shop, text } from "./a-pack.ts";
import { remade } from "./remade-pack.ts";

/** `settled verify` on these bytes. */
async function verify(zip: Uint8Array) {
  const folder = mkdtempSync(path.join(tmpdir(), "evidence-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "pack.zip");
  writeFileSync(file, zip);
  return run(["verify", file]);
}

describe("an evidence pack", () => {
  it("is found untouched, with its figures worked out again and the fingerprint the page showed", async () => {
    const { pack, zip, reference, files } = await aPack();
    const { exitCode, stdout, stderr } = await verify(zip);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "untouched",
      reference,
      figures: "reproduced",
      fingerprint: pack.fingerprint,
      // The manifest and its twin name all the others.
      files: Object.keys(files).length - 2,
    });
  });

  it("names the reading of the rules that made its figures", async () => {
    const { files, zip } = await aPack();
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(manifest.rules).toBe("2026-11-30");
    expect(JSON.parse((await verify(zip)).stdout)).toMatchObject({ rules: "2026-11-30" });
  });

  it("of before a rule was read otherwise is untouched, and says which figure comes out otherwise today", async () => {
    const { files } = await aPack();
    const closure = JSON.parse(strFromU8(files["closure.json"] ?? new Uint8Array()));
    const today = closure.earliestClosing.date;
    closure.earliestClosing.date = "2026-12-24";
    const older = { ...files, "closure.json": strToU8(`${JSON.stringify(closure, null, 2)}\n`) };
    const { rules: _none, ...head } = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    const { exitCode, stdout } = await verify(zipSync(remade(older, head)));
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "untouched",
      figures: "worked out by another reading of the rules; the pack's own verify.mjs works them out again",
      rules: {
        pack: "not named, before 2026-11-30",
        today: "2026-11-30",
        changed: ["D1", "D4", "D5", "D6", "D7", "D8", "D17", "D18"],
      },
      differing: 1,
      differences: [{ figure: "earliestClosing.date", packed: "2026-12-24", today }],
    });
    // The same figures under today's reading are not those of the account file.
    const forged = await verify(zipSync(remade(older, { ...head, rules: "2026-11-30" })));
    expect([forged.exitCode, forged.stderr]).toEqual([
      2,
      expect.stringContaining("closure.json: has other figures than its account file gives"),
    ]);
    // And one changed bit is a change under any reading.
    const { stderr } = await verify(zipSync({ ...remade(older, head), "closure.json": strToU8("{}\n") }));
    expect(stderr).toContain("closure.json: was changed");
  });

  it("holds the ticket word for word, and a guide in English and in the merchant's language", async () => {
    const { files, reference } = await aPack();
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read("ticket.txt")).toBe(
      `Please close account IR1 [${reference}]\n\n${NAMED_ONLY.proof}\n\n---\n\n${text.body}\n`,
    );
    expect(read("README.txt")).toContain("To verify");
    expect(read("README.txt")).toContain("手动核对");
    expect(read("history.jsonl").trim().split("\n")).toHaveLength(2);
  });

  it("has a guide from which anybody can compute the chain, and sums for sha256sum", async () => {
    const { files } = await aPack(FULL);
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read("README.txt")).toContain("Put one line feed (byte 0A) between them.");
    expect(read("README.txt")).toContain("sha256sum -c SHA256SUMS");
    // As the guide says it, and nothing else.
    let before = "";
    for (const line of read("history.jsonl").trim().split("\n")) {
      const row = line.slice(line.indexOf('{"row":') + 7, line.lastIndexOf(',"previous":'));
      const hash = createHash("sha256").update(`${before}\n${row}`, "utf8").digest("hex");
      expect(line.endsWith(`,"previous":"${before}","hash":"${hash}"}`)).toBe(true);
      before = hash;
    }
    const sums = read("SHA256SUMS").trim().split("\n");
    for (const line of sums) {
      const [, hash = "", name = ""] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
      const bytes = files[name] ?? new Uint8Array();
      expect([name, createHash("sha256").update(bytes).digest("hex")]).toEqual([name, hash]);
    }
    expect(sums).toHaveLength(Object.keys(files).length - 1);
  });

  it("is the same at the same moment", async () => {
    const { pack, again } = await aPack();
    expect(await again()).toBe(pack.fingerprint);
  });

  it("holds no figures, and says so, while too little is known", async () => {
    const { zip } = await aPack({ facts: false });
    expect(JSON.parse((await verify(zip)).stdout)).toMatchObject({ figures: "none in this pack" });
  });

  it("holds the invoices' PDFs, the receipt, and the headers of the e-mails as they left", async () => {
    const { files, reference } = await aPack(FULL);
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(Object.keys(files).filter((name) => /invoices|mails|receipt/.test(name))).toEqual([
      "receipt.pdf",
      "mails/ticket.txt",
      "mails/1-closing-receipt.txt",
      "invoices/index.json",
      "invoices/31001-202605.pdf",
      "invoices/31001-202606.pdf",
    ]);
    expect(read("receipt.pdf")).toContain(reference);
    expect(read("mails/ticket.txt")).toMatch(/^To: help-desk@impact\.test\nMessage-ID: <.+>\n$/);
    expect(read("mails/1-closing-receipt.txt")).toContain("To: owner@acme-outdoor.example\n");
    expect(read("invoices/31001-202606.pdf")).toBe("%PDF-1.7 invoice 31001-202606");
    expect(JSON.parse(read("invoices/index.json"))).toMatchObject([
      { id: "31001-202605", file: "invoices/31001-202605.pdf" },
      { id: "31001-202606", file: "invoices/31001-202606.pdf" },
    ]);
  });

  it("says of an invoice without a PDF why it has none, and never holds an empty file", async () => {
    const { files } = await aPack({ ...FULL, token: false });
    expect(JSON.parse(strFromU8(files["invoices/index.json"] ?? new Uint8Array()))).toEqual(
      FULL.invoices.map(({ id }) => ({ id, file: null, why: { outcome: "not-connected" } })),
    );
    expect(Object.keys(files).filter((name) => name.startsWith("invoices/"))).toEqual([
      "invoices/index.json",
    ]);
  });

  it("holds every action of an account of many pages, and the same figures", async () => {
    const { zip, files } = await aPack();
    const file = JSON.parse(strFromU8(files["account-file.json"] ?? new Uint8Array()));
    expect(new Set(file.actions.map(({ id }: { id: string }) => id)).size).toBe(2_400);
    expect(JSON.parse((await verify(zip)).stdout)).toMatchObject({ figures: "reproduced" });
  });

  it("does not leave when the actions changed after its manifest was made", async () => {
    const { deps, reference } = await aPack();
    const pack = await buildPack({ shop, reference }, deps);
    const [first] = actionsOf(0);
    if (!pack || !first) throw new Error("There is no pack.");
    await deps.db.actions.put(KEY, [{ ...first, partner: "Another name, the same sums" }], 2);
    await expect(collected(pack.zip)).rejects.toThrow("account-file.json changed");
  });

  it("betrays one changed bit of any file, by name", async () => {
    const { files } = await aPack(FULL);
    for (const name of Object.keys(files).filter((each) => each !== "manifest.json")) {
      const bytes = Uint8Array.from(files[name] ?? []);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      const changed = { ...files, [name]: bytes };
      const { exitCode, stderr } = await verify(zipSync(changed));
      expect(exitCode, name).toBe(2);
      expect(stderr, name).toContain(`${name}: was changed`);
    }
  });

  it("betrays files that were added or taken out", async () => {
    const { files } = await aPack();
    expect((await verify(zipSync({ ...files, "more.txt": strToU8("x") }))).stderr).toContain(
      "more.txt: was added",
    );
    const { "ticket.txt": _gone, ...left } = files;
    expect((await verify(zipSync(left))).stderr).toContain("ticket.txt: is missing");
  });

  it("betrays a history row that was taken out, even with a manifest made anew", async () => {
    const { files } = await aPack();
    const [, second = ""] = strFromU8(files["history.jsonl"] ?? new Uint8Array()).split("\n");
    const { stderr } = await verify(zipSync({ ...files, "history.jsonl": strToU8(`${second}\n`) }));
    expect(stderr).toContain("history.jsonl:1: breaks the chain");
  });

  it("is told from what is no pack at all", async () => {
    expect((await verify(strToU8("no zip"))).exitCode).toBe(2);
    expect((await verify(zipSync({ "a.txt": strToU8("a") }))).stderr).toContain("manifest.json: is missing");
    expect((await run(["verify"])).exitCode).toBe(2);
  });
});
