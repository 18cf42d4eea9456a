import path from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";

// Programs that a test starts find what the one before has compiled: half of each start is reading TypeScript.
process.env.NODE_COMPILE_CACHE ??= path.resolve("node_modules/.cache/node");

// Noise fails the test: a console error or warning nobody expected is a finding, not a line in a log.
let noise: string[] = [];
beforeEach(() => {
  noise = [];
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      noise.push(args.map(String).join(" "));
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(noise).toEqual([]);
});
