import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { handOver } from "#app/services/closing/hand-over.server.ts";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";
import { deliverTicket } from "#app/services/tickets/deliver-ticket.server.ts";
import { aShop } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { run } from "../../../cli/run.ts";

const { shop } = aShop();
const text = { subject: "Please close account IR1", body: "Please close it.\n请关闭。", reason: null };

/** The pack of a request that was sent; facts are known unless told otherwise. */
async function aPack({ facts = true } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop, locale: "zh-CN" }));
  if (facts) await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12" } }, deps);
  await deps.db.snapshots.recordRead(shop, "Actions", [], deps.clock.now());
  await handOver({ shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...text }, deps);
  await deliverTicket({ shop, ticketId: deps.db.rows().tickets[0]?.id ?? "" }, deps);
  const reference = (await deps.db.closings.findOpen(shop))?.reference ?? "";
  const pack = await buildPack({ shop, reference }, deps);
  if (!pack) throw new Error("There is no pack.");
  const again = async () => (await buildPack({ shop, reference }, deps))?.fingerprint;
  return { pack, reference, again, files: unzipSync(pack.zip) };
}

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
    const { pack, reference, files } = await aPack();
    const { exitCode, stdout, stderr } = await verify(pack.zip);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "untouched",
      reference,
      figures: "reproduced",
      fingerprint: pack.fingerprint,
      files: Object.keys(files).length - 1,
    });
  });

  it("holds the ticket word for word, and a guide in English and in the merchant's language", async () => {
    const { files, reference } = await aPack();
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read("ticket.txt")).toBe(`Please close account IR1 [${reference}]\n\n${text.body}\n`);
    expect(read("README.txt")).toContain("To verify");
    expect(read("README.txt")).toContain("核验");
    expect(read("history.jsonl").trim().split("\n")).toHaveLength(2);
  });

  it("is the same at the same moment", async () => {
    const { pack, again } = await aPack();
    expect(await again()).toBe(pack.fingerprint);
  });

  it("holds no figures, and says so, while too little is known", async () => {
    const { pack } = await aPack({ facts: false });
    expect(JSON.parse((await verify(pack.zip)).stdout)).toMatchObject({ figures: "none in this pack" });
  });

  it("betrays a change of any file, by name", async () => {
    const { files } = await aPack();
    for (const name of Object.keys(files).filter((each) => each !== "manifest.json")) {
      const changed = { ...files, [name]: strToU8(`${strFromU8(files[name] ?? new Uint8Array())} `) };
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
