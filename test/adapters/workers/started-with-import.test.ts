import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("threads load nothing that their process was told to load first, as the demo tells it", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-threads-"));
  // Loaded in a thread, it would find none of the settings and end it.
  const first = path.join(folder, "first.mjs");
  await writeFile(first, 'if (!process.env.ONLY_THE_PROCESS_HAS_THIS) throw new Error("no settings");');
  const program = `
    import { createWorkPool } from "#app/adapters/workers/work-pool.server.ts";
    const pool = createWorkPool();
    const { events } = await pool.readMailReport(Buffer.from("Subject: hello\\r\\n\\r\\nhello"));
    console.log(events.length);
    await pool.close();
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", first, "--input-type=module", "--eval", program],
    { env: { ...process.env, ONLY_THE_PROCESS_HAS_THIS: "yes" } },
  );
  expect(stdout.trim()).toBe("0");
});
