import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { installedShop, SECRET, startApp, type TestApp } from "./an-app.ts";

/** Every address in the admin that takes forms, found in the routes themselves. */
const ROUTES = readdirSync("app/routes").filter(
  (file) =>
    file.startsWith("app.") &&
    /export async function action/.test(readFileSync(`app/routes/${file}`, "utf8")),
);
const pathOf = (file: string) =>
  `/${file
    .replace(/\.tsx?$/, "")
    .replace("app._index", "app")
    .replace("._index", "")
    .replace("$task", "catalogs")
    .replace("$reference", "SET-7KQ2-M9XD")
    .replaceAll(".", "/")}`;

/** Fields by which a form says what it wants. */
const FIELDS = ["intent", "answer", "trigger", "told", "kind", "account", "back", "task", "way", "edition"];

let app: TestApp;
let shop: string;
beforeAll(async () => {
  app = await startApp();
  ({ shop } = await installedShop(app));
});
afterAll(() => app.stop());

// Names that every object answers to although nobody wrote them down.
it.each(["constructor", "__proto__", "toString", "valueOf"])(
  "a form in the admin that asks for %s is no fault and no wish",
  async (name) => {
    expect(ROUTES.length).toBeGreaterThan(8);
    for (const path of ROUTES.map(pathOf)) {
      const token = mintSessionToken(
        { apiKey: "web-test-key", apiSecret: SECRET },
        { domain: shop, staffId: "42" },
        Date.now(),
      );
      const answer = await app.fetch(path, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(FIELDS.map((field) => [field, name])),
      });
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (path === "/app/setup") expect(answer.status).toBe(422);
    }
  },
);
