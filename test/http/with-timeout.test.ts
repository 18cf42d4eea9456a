import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withTimeout } from "#app/http/with-timeout.ts";

describe("an answer within a time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const workOf = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve("stored"), ms));

  it("is what the work comes to while there is time", async () => {
    const answer = withTimeout(workOf(3_999), 4_000);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(await answer).toBe("stored");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is a fault once there is none, whatever the work comes to later", async () => {
    const answer = withTimeout(workOf(4_001), 4_000).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(4_001);
    expect(await answer).toBe("No answer in 4000 ms.");
  });

  it("is the work's own fault when that comes first", async () => {
    await expect(withTimeout(Promise.reject(new Error("refused")), 4_000)).rejects.toThrow("refused");
    expect(vi.getTimerCount()).toBe(0);
  });
});
