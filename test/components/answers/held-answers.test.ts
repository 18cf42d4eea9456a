import { afterEach, describe, expect, it } from "vitest";
import {
  heldAnswers,
  holdAnswers,
  onHeldChange,
  tryHeldAgain,
} from "#app/components/answers/held-answers.ts";

const ADDRESS = "https://settled.example.com/app/setup?_data=routes%2Fapp.setup";
const NEVER = 1_000_000;
const form = { method: "POST", body: new URLSearchParams({ balance: "12.50", saveKey: "k1" }) };

/** Answers each request with the next of these, and keeps what was asked. */
function aNetwork(...answers: (Response | "fails" | "hangs")[]) {
  const asked: string[] = [];
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${await request.text()}`);
    const answer = answers.shift();
    if (answer === "hangs") return new Promise(() => {});
    if (answer === "fails" || !answer) throw new TypeError("Failed to fetch");
    return answer;
  };
  return { asked, send };
}

/** When the number of what waits becomes `count`. */
const waiting = (count: number) =>
  new Promise<void>((resolve) => {
    if (heldAnswers().length === count) return resolve();
    const stop = onHeldChange(() => {
      if (heldAnswers().length !== count) return;
      stop();
      resolve();
    });
  });

const kinds = () => heldAnswers().map(({ lost, isWrite }) => [lost, isWrite]);

describe("what an answer needs to be shown", () => {
  it("is there before the request goes out, and does not send it twice when it came late", async () => {
    const { asked, send } = aNetwork(new Response("ok"));
    let isHere = false;
    const ready = async () => {
      await Promise.resolve();
      expect(asked).toEqual([]);
      isHere = true;
    };
    const answer = await holdAnswers(send, NEVER, ready)(ADDRESS, form);
    expect([await answer.text(), isHere, asked.length]).toEqual(["ok", true, 1]);
  });

  it("comes beside an answer that is only read, which waits for it", async () => {
    const { asked, send } = aNetwork(new Response("ok"));
    let come = () => {};
    const ready = () => new Promise<void>((resolve) => (come = resolve));
    let isShown = false;
    const answer = holdAnswers(
      send,
      NEVER,
      ready,
    )(ADDRESS).then((response) => {
      isShown = true;
      return response.text();
    });
    await expect.poll(() => asked.length).toBe(1);
    expect(isShown).toBe(false);
    come();
    expect(await answer).toBe("ok");
  });

  it("holds the request, unsent, while it does not come", async () => {
    const { asked, send } = aNetwork(new Response("ok"));
    let tries = 0;
    const ready = async () => {
      tries += 1;
      if (tries === 1) throw new TypeError("Failed to fetch dynamically imported module");
    };
    const answer = holdAnswers(send, NEVER, ready)(ADDRESS, form);
    await waiting(1);
    expect([kinds(), asked]).toEqual([[["no-answer", true]], []]);
    tryHeldAgain();
    expect([await (await answer).text(), asked.length]).toEqual(["ok", 1]);
  });
});

describe("a request of a page", () => {
  afterEach(() => expect(heldAnswers()).toEqual([]));

  it.each<[string, Response | "fails" | "hangs", string]>([
    ["cannot be sent", "fails", "no-answer"],
    ["gets no answer in time", "hangs", "no-answer"],
    ["reaches a proxy without the app behind it", new Response("bad gateway", { status: 502 }), "no-answer"],
    ["comes while the app starts", new Response("starting", { status: 503 }), "no-answer"],
    [
      "is refused because too much was asked",
      new Response(null, { status: 429, headers: { "x-remix-catch": "yes", "retry-after": "10" } }),
      "no-answer",
    ],
    ["comes after the sign-in has ended", new Response(null, { status: 401 }), "signed-out"],
  ])("that %s waits, and goes out again just as it was", async (_what, first, lost) => {
    const { asked, send } = aNetwork(first, new Response("saved"));
    const answer = holdAnswers(send, first === "hangs" ? 1 : NEVER)(ADDRESS, form);
    await waiting(1);
    expect(kinds()).toEqual([[lost, true]]);
    tryHeldAgain();
    expect(await (await answer).text()).toBe("saved");
    expect(asked).toEqual(["POST balance=12.50&saveKey=k1", "POST balance=12.50&saveKey=k1"]);
  });

  it("waits as often as it must", async () => {
    const { asked, send } = aNetwork("fails", "fails", new Response("here"));
    const answer = holdAnswers(send, NEVER)(ADDRESS);
    for (const _try of [1, 2]) {
      await waiting(1);
      expect(kinds()).toEqual([["no-answer", false]]);
      tryHeldAgain();
    }
    expect(await (await answer).text()).toBe("here");
    expect(asked).toHaveLength(3);
  });

  it("is forgotten when the person goes to another page", async () => {
    const left = new AbortController();
    const answer = holdAnswers(aNetwork("fails").send, NEVER)(ADDRESS, { signal: left.signal });
    await waiting(1);
    left.abort(new Error("went on"));
    await expect(answer).rejects.toThrow("went on");
  });

  it.each([
    ["a refusal of the app's", new Response("{}", { status: 422 })],
    [
      "a page that says that too many tokens were tried",
      new Response("{}", { status: 429, headers: { "x-remix-response": "yes" } }),
    ],
    ["a fault of the app's", new Response("{}", { status: 500, headers: { "x-remix-error": "yes" } })],
    [
      "an unavailable page of the app's",
      new Response("{}", { status: 503, headers: { "x-remix-response": "yes" } }),
    ],
    [
      "Shopify's steering",
      new Response(null, {
        status: 401,
        headers: { "X-Shopify-API-Request-Failure-Reauthorize-Url": "https://a.example" },
      }),
    ],
  ])("is answered by %s", async (_what, given) => {
    expect(await holdAnswers(aNetwork(given).send, NEVER)(ADDRESS, form)).toBe(given);
  });

  it("of another kind is left alone", async () => {
    const download = holdAnswers(aNetwork("fails").send, NEVER)("https://settled.example.com/app/file");
    await expect(download).rejects.toThrow("Failed to fetch");
  });
});
