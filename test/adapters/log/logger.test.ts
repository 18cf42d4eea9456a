import { describe, expect, it } from "vitest";
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

  it("names the type and the place of a fault", () => {
    const fault = new TypeError("boom");
    const line = JSON.parse(linesOf((log) => log.error({ err: fault }, "request failed")));
    expect(line.err).toMatchObject({ type: "TypeError", message: "boom" });
    expect(line.err.stack).toContain("logger.test.ts");
  });
});
