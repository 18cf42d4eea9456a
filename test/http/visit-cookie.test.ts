import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { newVisit, readVisit, writeVisit } from "#app/http/visitor.server.ts";

type Where = Parameters<typeof readVisit>[1];
const cookies = [randomBytes(32).toString("hex")];
const at = (SHOPIFY_APP_URL: string) =>
  ({ config: { SHOPIFY_APP_URL }, deps: { settings: { secrets: { cookies } } } }) as unknown as Where;
const bearing = (cookie: string) => new Request("https://settled.example.com/exit", { headers: { cookie } });

it("an https address gives its visit's cookie a name that browsers take from secure pages only", async () => {
  const https = at("https://settled.example.com");
  const [pair = "", ...attributes] = (await writeVisit(newVisit("link-1"), https)).split("; ");
  expect(pair).toMatch(/^__Secure-settled_visit=/);
  expect(attributes).toEqual(["Max-Age=86400", "Path=/exit", "HttpOnly", "Secure", "SameSite=Lax"]);
  expect(await readVisit(bearing(pair), https)).toMatchObject({ link: "link-1" });
});

it("the same words under the name without the prefix, which anybody on the way can set, are no visit there", async () => {
  const [pair = ""] = (await writeVisit(newVisit("link-1"), at("http://localhost:3001"))).split("; ");
  expect(pair).toMatch(/^settled_visit=/);
  expect(await readVisit(bearing(pair), at("http://localhost:3001"))).toMatchObject({ link: "link-1" });
  expect(await readVisit(bearing(pair), at("https://settled.example.com"))).toEqual({
    link: null,
    locale: null,
  });
});
