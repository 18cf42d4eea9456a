import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "#sandbox/listen.ts";
import { APIS, ticket } from "./desks.ts";

describe.each(APIS)("an odd answer of %s", (name, open) => {
  /** A desk that answers everything with one ticket. */
  async function answering(fields: object, status = 200) {
    const body = JSON.stringify(name === "Zendesk" ? { ticket: fields } : fields);
    const server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
    const port = await listen(server, 0, "none");
    onTestFinished(() => void server.close());
    return open({ url: `http://127.0.0.1:${port}`, smtpPort: 0 });
  }
  const openStatus = name === "Zendesk" ? "open" : 2;

  it.each([0, -1, 1.5, "5", null])(
    "that calls the new ticket %j is no proof that there is one",
    async (id) => {
      const desk = await answering({ id }, 201);
      expect(await desk.submit(ticket)).toEqual({ outcome: "unknown", reason: "HTTP 201 without a ticket" });
    },
  );

  it("about another ticket tells nothing of ours", async () => {
    const desk = await answering({ id: 6, status: openStatus });
    expect(await desk.readStatus("5")).toEqual({
      outcome: "unreachable",
      reason: "HTTP 200 without a status",
    });
    expect(await desk.readStatus("6")).toMatchObject({ outcome: "read" });
  });

  it.each([
    ["a word", "never"],
    ["a day that is none", "0000-00-00"],
    ["ten thousand characters", "2026-05-12".repeat(1_000)],
    ["a number", 5],
  ])("that dates its word by %s is read without the date", async (_what, updated_at) => {
    const desk = await answering({ id: 5, status: openStatus, updated_at });
    expect(await desk.readStatus("5")).toMatchObject({ outcome: "read", saidAt: null });
  });

  it.each(["2026-06-21T09:00:00Z", "2026-06-21T17:00:00+08:00"])("dated %s keeps its date", async (said) => {
    const desk = await answering({ id: 5, status: openStatus, updated_at: said });
    expect(await desk.readStatus("5")).toMatchObject({ outcome: "read", saidAt: said });
  });
});

describe("an odd answer of Zendesk", () => {
  it("with a status of a thousand characters is none", async () => {
    const server = createServer((_request, response) => {
      const body = { ticket: { id: 5, status: "x".repeat(1_000) } };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    const port = await listen(server, 0, "none");
    onTestFinished(() => void server.close());
    const [, [, open] = []] = APIS;
    const desk = open?.({ url: `http://127.0.0.1:${port}`, smtpPort: 0 });
    expect(await desk?.readStatus("5")).toMatchObject({ outcome: "unreachable" });
  });
});
