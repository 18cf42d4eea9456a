import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookOn } from "#app/components/page/look-on.ts";

/** What of a document it needs: whether it is seen, and the word of a change. */
function aPage() {
  const target = new EventTarget();
  return Object.assign(target, {
    visibilityState: "visible" as DocumentVisibilityState,
    become(state: DocumentVisibilityState) {
      this.visibilityState = state;
      target.dispatchEvent(new Event("visibilitychange"));
    },
  });
}

describe("looking on at work behind a page", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Seconds after the start at which it asked. */
  function watched(tell: (answer: number) => boolean = () => false) {
    const page = aPage();
    const start = Date.now();
    const asked: number[] = [];
    const ask = vi.fn(async () => {
      asked.push((Date.now() - start) / 1_000);
      return asked.length;
    });
    return { page, asked, ask, stop: lookOn({ ask, tell, page }) };
  }

  it("asks less and less often while nothing changes", async () => {
    const { asked, stop } = watched();
    await vi.advanceTimersByTimeAsync(60_000);
    stop();
    const waits = asked.map((at, index) => at - (asked[index - 1] ?? 0));
    expect(waits.slice(0, 3)).toEqual([1.5, 2.25, 3.375]);
    expect(asked.length).toBeLessThan(10);
  });

  it("asks often again when something is new", async () => {
    const { asked, stop } = watched((answer) => answer === 3);
    await vi.advanceTimersByTimeAsync(10_000);
    stop();
    expect(asked.slice(0, 4)).toEqual([1.5, 3.75, 7.125, 8.625]);
  });

  it("is silent while the page is hidden, and asks at once when somebody is back", async () => {
    const { page, asked, stop } = watched();
    page.become("hidden");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toEqual([]);
    page.become("visible");
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([3_600]);
    stop();
  });

  it("plans no next look when the answer comes to a hidden page", async () => {
    const { page, asked, stop } = watched();
    await vi.advanceTimersByTimeAsync(1_499);
    // Hidden in the moment in which the first look is under way.
    page.visibilityState = "hidden";
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toEqual([1.5]);
    stop();
  });

  it("waits for an answer before it asks again, and goes on without one", async () => {
    const page = aPage();
    const answers: ((answer: null) => void)[] = [];
    const stop = lookOn({
      ask: () => new Promise<null>((resolve) => answers.push(resolve)),
      tell: () => true,
      page,
    });
    await vi.advanceTimersByTimeAsync(300_000);
    page.become("visible");
    expect(answers).toHaveLength(1);
    answers[0]?.(null);
    await vi.advanceTimersByTimeAsync(2_250);
    expect(answers).toHaveLength(2);
    stop();
  });

  it("ends when the page goes, whatever is still on its way", async () => {
    const { page, asked, stop } = watched();
    stop();
    page.become("visible");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });
});
