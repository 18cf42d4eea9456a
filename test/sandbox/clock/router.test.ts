import { afterEach, beforeEach, expect, it } from "vitest";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const now = () => sandbox.clock.now().toString();

async function send(body: Record<string, string>): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return sandbox.fetch("/clock", { method: "POST", headers, body: JSON.stringify(body) });
}

it("tells the time, the offset and what comes next, in the reader's language", async () => {
  const english = await (await sandbox.fetch("/clock?account=story&lang=en")).json();
  expect(english).toMatchObject({
    now: "2026-05-12T13:00:00Z",
    offsetMs: 0,
    nextEvents: [
      { on: "2026-05-30", what: "2 actions are tracked" },
      { on: "2026-06-01" },
      { on: "2026-06-02" },
    ],
  });
  const chinese = await (await sandbox.fetch("/clock?account=story&lang=zh-CN")).text();
  expect(chinese).toContain("跟踪到 2 笔转化");
});

it.each([
  [{ by: "day" }, "2026-05-13T13:00:00Z"],
  [{ by: "week" }, "2026-05-19T13:00:00Z"],
  [{ by: "next-event", account: "story" }, "2026-05-30T13:00:00Z"],
  [{ to: "2026-06-20" }, "2026-06-20T13:00:00Z"],
  [{ to: "2026-06-20T01:00:00Z" }, "2026-06-20T01:00:00Z"],
])("moves by %o", async (body, expected) => {
  const answer = await send(body);
  expect(await answer.json()).toMatchObject({ now: expected });
  expect(now()).toBe(expected);
});

it("goes to the soonest event of all accounts when none is named, at nine where it happens", async () => {
  await send({ by: "next-event" });
  expect(now()).toBe("2026-05-13T07:00:00Z");
});

it("finds the next event again and again, also when the move lands on its very morning", async () => {
  const days: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await send({ by: "next-event" });
    days.push(now().slice(0, 10));
  }
  expect(new Set(days).size).toBe(4);
});

it.each([{ to: "2026-05-01" }, { to: "soon" }, { by: "year" }, {}])("refuses %o", async (body) => {
  expect((await send(body as Record<string, string>)).status).toBe(400);
  expect(now()).toBe("2026-05-12T13:00:00Z");
});

it("goes back to the start on reset", async () => {
  await send({ by: "week" });
  await send({ by: "reset" });
  expect(now()).toBe("2026-05-12T13:00:00Z");
});

it.each([
  ["/impact/accounts/story/actions?show=APPROVED", "/impact/accounts/story/actions?show=APPROVED"],
  ["//evil.example.com", "/impact"],
  ["/\\evil.example.com", "/impact"],
  ["https://evil.example.com", "/impact"],
  ["", "/impact"],
])("sends a form with return=%s back to %s", async (back, expected) => {
  const answer = await sandbox.post("/clock", { by: "day", return: back });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, expected]);
});
