import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "#app/adapters/db/folder-lock.server.ts";
import { emptyDemoFolder, takeDemoFolder } from "#scripts/demo-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "settled-demo-"));
  await writeFile(path.join(folder, "secrets.json"), "{}");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the folder of a demo", () => {
  it("is taken once, and a second demo is told by whom", async () => {
    expect(await takeDemoFolder(folder, "Take another.")).toBeNull();
    expect(await takeDemoFolder(folder, "Take another.")).toMatch(
      new RegExp(`in use by another process: npm run demo, process ${process.pid} .* Take another\\.$`),
    );
  });

  it("is not taken from an app that went on without its demo; once that ended, it is", async () => {
    const app = await lockFolder(folder, "app", "the Settled app");
    expect(await takeDemoFolder(folder, "Stop it.")).toContain("in use by another process: the Settled app");
    if (app.outcome === "locked") await app.lock.release();
    expect(await takeDemoFolder(folder, "Stop it.")).toBeNull();
  });

  it("is emptied without giving up its lock", async () => {
    await takeDemoFolder(folder, "");
    emptyDemoFolder(folder);
    expect(await readdir(folder)).not.toContain("secrets.json");
    expect(await takeDemoFolder(folder, "")).toContain("in use");
  });
});
