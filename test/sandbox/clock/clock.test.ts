import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openClock } from "#sandbox/clock/clock.ts";

let folder: string;
let file: string;
let systemMs: number;
const open = () => openClock(file, { systemNow: () => systemMs });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clock-"));
  file = join(folder, "sub", "clock.json");
  systemMs = Date.UTC(2026, 0, 1);
});
afterEach(() => rmSync(folder, { recursive: true }));

it("starts on the story's sign-up day at nine in New York", () => {
  const clock = open();
  expect(clock.now().toString()).toBe("2026-05-12T13:00:00Z");
  expect(clock.today("Asia/Tokyo").toString()).toBe("2026-05-12");
  expect(clock.today("Pacific/Kiritimati").toString()).toBe("2026-05-13");
});

it("runs on with the system's time", () => {
  const clock = open();
  systemMs += 90_000;
  expect(clock.now().toString()).toBe("2026-05-12T13:01:30Z");
});

it("keeps its offset in the file, and nothing else beside it", () => {
  const clock = open();
  clock.moveBy({ days: 3 });
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ offsetMs: clock.offsetMs() });
  expect(readdirSync(join(folder, "sub"))).toEqual(["clock.json"]);
  expect(open().now().toString()).toBe("2026-05-15T13:00:00Z");
});

it("keeps the hour of the day when summer time ends", () => {
  const clock = open();
  clock.moveTo(Temporal.Instant.from("2026-10-31T13:00:00Z"));
  clock.moveBy({ days: 1 });
  // New York leaves summer time on 1 November 2026: nine o'clock is now 14:00 UTC.
  expect(clock.now().toString()).toBe("2026-11-01T14:00:00Z");
});

it("refuses to go back, except by reset", () => {
  const clock = open();
  clock.moveBy({ days: 10 });
  expect(clock.moveTo(Temporal.Instant.from("2026-05-13T00:00:00Z"))).toEqual({
    outcome: "refused-backwards",
  });
  expect(clock.moveBy({ days: -1 })).toEqual({ outcome: "refused-backwards" });
  expect(clock.now().toString()).toBe("2026-05-22T13:00:00Z");
  clock.reset();
  expect(clock.now().toString()).toBe("2026-05-12T13:00:00Z");
});

it("tells listeners about every move until they stop listening", () => {
  const clock = open();
  const heard: string[] = [];
  const stop = clock.onMove((now) => heard.push(now.toString()));
  clock.moveBy({ days: 1 });
  clock.reset();
  stop();
  clock.moveBy({ days: 1 });
  expect(heard).toEqual(["2026-05-13T13:00:00Z", "2026-05-12T13:00:00Z"]);
});

it("names a damaged file instead of starting over silently", () => {
  open();
  writeFileSync(file, '{ "offsetMs": "soon" }');
  expect(open).toThrow(file);
});
