import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it } from "vitest";
import { securityHeaders } from "#app/http/security-headers.ts";

/** What an app at this address says with an answer that says this much by itself. */
async function headersAt(appUrl: string, path: string, own: Record<string, string> = {}, subdomains = false) {
  const app = express();
  app.use(securityHeaders(appUrl, { subdomains }));
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
  const all = await headersAt("https://settled.example", "/", {}, true);
  expect(all["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

it("leaves what an answer says by itself", async () => {
  const own = { "cache-control": "max-age=60", "content-security-policy": "frame-ancestors 'none'" };
  expect(await headersAt("http://localhost:3001", "/assets/a.css", own)).toMatchObject(own);
});

it("lets nobody frame an answer of the admin's that is no page but the store's own admin, which it leads on in", async () => {
  const framedBy = async (path: string) =>
    /frame-ancestors (.*)/.exec(
      (await headersAt("http://localhost:3001", path))["content-security-policy"] ?? "",
    )?.[1];
  expect(await framedBy("/app/fees")).toBe("'none'");
  expect(await framedBy("/app?shop=acme.myshopify.com")).toBe(
    "https://acme.myshopify.com https://admin.shopify.com",
  );
  expect(await framedBy("/app?shop=acme.myshopify.com.evil.example")).toBe("'none'");
  expect(await framedBy("/application?shop=acme.myshopify.com")).toBe("'none'");
  const page = await headersAt("http://localhost:3001", "/app/fees");
  expect(page).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
});
