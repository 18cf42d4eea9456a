import { expect, it } from "vitest";
import { aSandbox, postJson } from "#test/sandbox/admin/a-sandbox.ts";

const SWITCHES = ["/impact/faults", "/clock", "/help-desk/faults", "/mailbox/faults"];
const post = (url: string, body: string) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });

it.each(SWITCHES)("calls a body at %s that is no JSON the caller's mistake, and goes on", async (path) => {
  const { url } = await aSandbox();
  const before = (await (await fetch(`${url}/clock`)).json()).offsetMs;
  const cut = await post(`${url}${path}`, '{"by":');
  expect([cut.status, cut.headers.get("content-type")]).toEqual([400, "text/plain; charset=utf-8"]);
  expect(await cut.text()).toContain("JSON");
  const long = await post(`${url}${path}`, JSON.stringify({ by: "x".repeat(200_000) }));
  expect([long.status, await long.text()]).toEqual([413, "request entity too large"]);
  const after = (await (await fetch(`${url}/clock`)).json()).offsetMs;
  expect(after - before).toBeLessThan(60_000);
  expect((await postJson(`${url}/clock`, { by: "day" })).status).toBe(200);
});
