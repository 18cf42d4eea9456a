import { afterEach, beforeEach, expect, vi } from "vitest";

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
