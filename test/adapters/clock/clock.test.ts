import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";

const NOW = "2026-06-21T09:00:00Z";

function aClockFile(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "settled-clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "clock.json");
  writeFileSync(file, text);
  return file;
}

describe("the clock", () => {
  const stopTime = () => {
    vi.useFakeTimers({ now: new Date(NOW) });
    onTestFinished(() => void vi.useRealTimers());
  };

  it("is the system's without a file", () => {
    stopTime();
    expect(createFileOrSystemClock().now().toString()).toBe(NOW);
  });

  it("follows the file at every look, forwards and back", () => {
    stopTime();
    const file = aClockFile('{"offsetMs":86400000}');
    const clock = createFileOrSystemClock(file);
    expect(clock.now().toString()).toBe("2026-06-22T09:00:00Z");
    writeFileSync(file, '{"offsetMs":-1000}');
    expect(clock.now().toString()).toBe("2026-06-21T08:59:59Z");
  });

  it.each(["{}", '{"offsetMs":"1"}', '{"offsetMs":0.5}', "no json", ""])(
    "refuses a file with %j instead of guessing",
    (text) => {
      expect(() => createFileOrSystemClock(aClockFile(text)).now()).toThrow();
    },
  );
});
