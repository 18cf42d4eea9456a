import { describe, expect, it } from "vitest";
import { withLogContext } from "#app/adapters/log/log-context.server.ts";
import { createLogger } from "#app/adapters/log/logger.server.ts";

/** What the logger writes while `run` runs. */
function linesOf(run: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const log = createLogger("debug", { write: (line: string) => void lines.push(line) });
  run(log);
  return lines.join("");
}

describe("the log", () => {
  it.each([
    [{ authToken: "s3cr3t" }],
    [{ credentials: { accountSid: "IR1", authToken: "s3cr3t" } }],
    [{ session: { accessToken: "s3cr3t", refreshToken: "s3cr3t" } }],
    [{ accessToken: "s3cr3t" }],
    [{ refreshToken: "s3cr3t" }],
    [{ headers: { authorization: "s3cr3t", cookie: "s3cr3t" } }],
    [{ cookie: "s3cr3t", authorization: "s3cr3t", token: "s3cr3t" }],
    [
      {
        err: Object.assign(new Error("refused"), { accessToken: "s3cr3t", config: { authToken: "s3cr3t" } }),
      },
    ],
  ])("cuts secrets out of %j", (fields) => {
    const text = linesOf((log) => log.error(fields, "something failed"));
    expect(text).toContain("something failed");
    expect(text).not.toContain("s3cr3t");
  });

  it("writes one JSON line per event with its fields", () => {
    const text = linesOf((log) => log.info({ shop: "a.myshopify.com", outcome: "warned" }, "job done"));
    expect(JSON.parse(text)).toMatchObject({ shop: "a.myshopify.com", outcome: "warned", msg: "job done" });
  });

  it("names the request in every line of it, also of what it began, and no other's", async () => {
    const lines: string[] = [];
    const log = createLogger("debug", { write: (line: string) => void lines.push(line) });
    const answer = (request: string) =>
      withLogContext({ request }, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        withLogContext({ case: `of ${request}` }, () => log.info({ shop: request }, "one"));
        log.info({}, "two");
      });
    await Promise.all([answer("a"), answer("b")]);
    log.info({}, "outside");
    expect(lines.map((line) => JSON.parse(line)).map(({ request, case: of }) => [request, of])).toEqual([
      ["a", "of a"],
      ["a", undefined],
      ["b", "of b"],
      ["b", undefined],
      [undefined, undefined],
    ]);
  });

  it("names the type and the place of a fault", () => {
    const fault = new TypeError("boom");
    const line = JSON.parse(linesOf((log) => log.error({ err: fault }, "request failed")));
    expect(line.err).toMatchObject({ type: "TypeError", message: "boom" });
    expect(line.err.stack).toContain("logger.test.ts");
  });

  const TOKEN = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmE.wY3Q0d2ZlcnlzZWNyZXRtYWNvZjQzY2hhcmFjdGVyczE";
  const hidden = [...TOKEN].map((char) => `%${char.charCodeAt(0).toString(16)}`).join("");
  const twice = hidden.replaceAll("%", "%25");
  it.each([
    { path: `/l/${TOKEN}` },
    { path: `/L/${TOKEN}/` },
    { path: `/stop/${TOKEN}?a=1` },
    { path: `/%6c/${hidden}` },
    { path: `/STOP/${twice}` },
    { query: `?next=%2Fl%2F${TOKEN}` },
    { err: { status: 405, data: `Error: You made a POST request to "/l/${TOKEN}"` } },
    { err: new Error(`No route matches URL "/l/${TOKEN}"`) },
    { err: Object.assign(new Error("refused"), { data: { url: `https://a.example/x/${hidden}` } }) },
  ])("writes the token of no link, however it is written: %j", (fields) => {
    const text = linesOf((log) => log.error(fields, `failed at /l/${TOKEN}`));
    for (const part of TOKEN.split("."))
      expect(decodeURIComponent(decodeURIComponent(text))).not.toContain(part);
    expect(JSON.parse(text).msg).toBe("failed at /l/…");
  });

  it("leaves the names of files, stores and jobs as they are", () => {
    const said =
      "a-store-with-a-long-name.myshopify.com deliver-mail app/services/mail/deliver-mail.server.ts:40";
    expect(JSON.parse(linesOf((log) => log.info(said))).msg).toBe(said);
  });
});
