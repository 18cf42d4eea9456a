import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { anEndlessAnswer } from "#test/adapters/endless-answer.ts";
import { CREDENTIALS } from "#test/msw/impact.ts";
import { aClient } from "./harness.ts";

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/impact-api/`;
}

it("gives up a body that drips for longer than the hard limit", async () => {
  const baseUrl = await listen((_request, response) => void response.write('{"@page":'));

  const fetchResult = await aClient({ baseUrl, timeouts: { callMs: 50 } }).api.readCatalogs(CREDENTIALS);

  expect(fetchResult).toEqual({ outcome: "unavailable", reason: "timeout" });
});

it("calls an answer cut off in the middle no answer, and tries again", async () => {
  let calls = 0;
  const baseUrl = await listen((_request, response) => {
    calls += 1;
    response.writeHead(200, { "Content-Length": "1000" }).write('{"@page":', () => response.destroy());
  });

  const fetchResult = await aClient({ baseUrl }).api.readCatalogs(CREDENTIALS);

  expect(fetchResult).toEqual({ outcome: "unavailable", reason: "network" });
  expect(calls).toBe(3);
});

it("follows no redirect, so that the token reaches no second address", async () => {
  const paths: string[] = [];
  const baseUrl = await listen((request, response) => {
    paths.push(request.url ?? "");
    response.writeHead(307, { Location: "/elsewhere" }).end();
  });

  const fetchResult = await aClient({ baseUrl }).api.readCatalogs(CREDENTIALS);

  expect(fetchResult).toMatchObject({ outcome: "unexpected-answer", field: "HTTP 307" });
  expect(paths).toEqual([`/impact-api/Advertisers/${CREDENTIALS.accountSid}/Catalogs?Page=1`]);
});

it("says network when nobody listens", async () => {
  const baseUrl = await listen(() => undefined);
  const closed = baseUrl.replace(/:\d+/, ":1");

  expect(await aClient({ baseUrl: closed }).api.readCatalogs(CREDENTIALS)).toEqual({
    outcome: "unavailable",
    reason: "network",
  });
});

it("reads 16 MiB of an answer that never ends, and lets the line go", async () => {
  const { url, letGo } = await anEndlessAnswer();

  expect(await aClient({ baseUrl: url }).api.readCatalogs(CREDENTIALS)).toEqual({
    outcome: "unexpected-answer",
    resource: "Catalogs",
    field: "size",
  });

  // What lies in the buffers of the line comes on top.
  expect(await letGo).toBeLessThan(32 * 1024 * 1024);
});

it("reads nothing of an error page, however long, and says what the status says", async () => {
  const baseUrl = await listen((_request, response) => {
    response.writeHead(503, { "content-type": "text/html" });
    response.write("<html>");
  });

  expect(await aClient({ baseUrl }).api.readCatalogs(CREDENTIALS)).toEqual({
    outcome: "unavailable",
    reason: "server-error",
  });
});
