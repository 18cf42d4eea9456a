import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { watchClock } from "#app/adapters/clock/watch-clock.server.ts";

it("tells of every move of the sandbox's clock, whose file is replaced, and of nothing else in its folder", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "settled-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "clock.json");
  writeFileSync(file, "{}");
  const heard: string[] = [];
  const stops = [
    watchClock(file, () => heard.push("clock")),
    watchClock(path.join(folder, "other.json"), () => heard.push("other")),
  ];
  onTestFinished(() => {
    for (const stop of stops) stop();
  });
  const move = () => {
    writeFileSync(`${file}.tmp`, '{"offsetMs":1}');
    renameSync(`${file}.tmp`, file);
  };
  move();
  await vi.waitFor(() => expect(heard).toContain("clock"));
  heard.length = 0;
  move();
  await vi.waitFor(() => expect(heard).toContain("clock"));
  writeFileSync(path.join(folder, "other.json"), "{}");
  await vi.waitFor(() => expect(heard).toContain("other"));
});
