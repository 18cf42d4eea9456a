import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it } from "vitest";
import { securityHeaders } from "#app/http/security-headers.ts";

/** What an app at this address says with an answer that says this much by itself. */
async function headersAt(appUrl: string, path: string, own: Record<string, string> = {}) {
  const app = express();
  app.use(securityHeaders(appUrl));
  app.use((_request, response) => response.set(own).send("x"));
  const server = createServer(app).listen(0);
  await once(server, "listening");
  const { headers } = await fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`);
  server.close();
  return Object.fromEntries(headers);
}

it("asks for https from then on where the app is served so, and nowhere else", async () => {
  const said = async (appUrl: string) => (await headersAt(appUrl, "/"))["strict-transport-security"];
  expect(await said("https://settled.example")).toBe("max-age=31536000");
  expect(await said("http://localhost:3001")).toBeUndefined();
});

it("leaves what an answer says by itself", async () => {
  const own = { "cache-control": "max-age=60", "content-security-policy": "frame-ancestors 'none'" };
  expect(await headersAt("http://localhost:3001", "/assets/a.css", own)).toMatchObject(own);
});

it("leaves to the admin's pages who frames them, but nobody keeps a copy", async () => {
  const page = await headersAt("http://localhost:3001", "/app/fees");
  expect(page["content-security-policy"]).toBeUndefined();
  expect(page).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect((await headersAt("http://localhost:3001", "/application"))["content-security-policy"]).toContain(
    "'none'",
  );
});
