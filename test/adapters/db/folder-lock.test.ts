import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heldMessage, LOCK_FILES, lockFolder } from "#app/adapters/db/folder-lock.server.ts";

let folder: string;
let others: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "settled-lock-"));
});
afterEach(async () => {
  for (const other of others) other.kill("SIGKILL");
  others = [];
  await rm(folder, { recursive: true, force: true });
});

/** Another process that has the folder; `line` waits for the next thing it says. */
async function anotherProcess() {
  const other = spawn(process.execPath, [path.resolve("test/adapters/db/hold-folder.ts"), folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  others.push(other);
  const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value;
  expect(await line()).toBe("locked");
  const kill = async () => {
    other.kill("SIGKILL");
    await once(other, "exit");
  };
  return { other, line, kill };
}

const here = () => lockFolder(folder, "app", "the second process");

describe("the lock of a data folder", () => {
  it("refuses a second process, says who the first is, and leaves it alone", async () => {
    const { other, line } = await anotherProcess();
    const refused = await here();
    expect(refused).toEqual({
      outcome: "held",
      holder: {
        what: "the first process",
        pid: other.pid,
        host: hostname(),
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    });
    other.stdin?.write("\n");
    expect(await line()).toBe("still here");
  });

  it("goes to the next one after a kill -9", async () => {
    const { kill } = await anotherProcess();
    await kill();
    const taken = await here();
    expect(taken.outcome).toBe("locked");
    expect(await here()).toMatchObject({
      outcome: "held",
      holder: { what: "the second process", pid: process.pid },
    });
    if (taken.outcome === "locked") await taken.lock.release();
    expect((await here()).outcome).toBe("locked");
  });

  it("stays with a process that is paused, whatever lies beside it and however old that is", async () => {
    const { other } = await anotherProcess();
    other.kill("SIGSTOP");
    const card = path.join(folder, "app.lock.json");
    const stranger = {
      what: "a process long gone",
      pid: 2 ** 30,
      host: "elsewhere",
      since: "2001-01-01T00:00",
    };
    await writeFile(card, JSON.stringify(stranger));
    expect((await here()).outcome).toBe("held");
    await rm(card);
    expect(await here()).toEqual({ outcome: "held", holder: null });
  });

  it("is one for the app and one for the demo, which do not keep each other out", async () => {
    await anotherProcess();
    expect((await lockFolder(folder, "demo", "npm run demo")).outcome).toBe("locked");
    expect((await readdir(folder)).sort()).toEqual([...LOCK_FILES].sort());
  });

  it("makes the folder, and all it leaves in it, readable by the owner only", async () => {
    await chmod(folder, 0o755);
    expect((await here()).outcome).toBe("locked");
    const modes = await Promise.all(
      ["", "app.lock", "app.lock.json"].map(async (name) => (await stat(path.join(folder, name))).mode),
    );
    expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual(["700", "600", "600"]);
  });

  it("says what is wrong with a folder that cannot be one", async () => {
    const file = path.join(folder, "a-file");
    await writeFile(file, "");
    await expect(lockFolder(path.join(file, "data"), "app", "x")).rejects.toThrow(
      /^The data folder .*a-file\/data \(DATA_DIR\) cannot be used \(ENOTDIR\); name a folder/,
    );
  });

  it("is told to a person with the process and what to do", () => {
    const holder = {
      what: "npm run ops -- deeds",
      pid: 4711,
      host: "till",
      since: "2026-11-30T03:25:09.123Z",
    };
    expect(heldMessage("/data", holder, "Stop it.")).toBe(
      "The data folder /data is in use by another process: npm run ops -- deeds, process 4711 on till, since 2026-11-30 03:25 UTC. Only one may open it at a time. Stop it.",
    );
    expect(heldMessage("/data", null, "Stop it.")).toContain("a process that has only just started.");
  });
});
