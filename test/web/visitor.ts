import { expect } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import type { TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

/** Where an answer leads: its status and address. */
export const to = (response: Response) => [response.status, response.headers.get("location")];

/** A merchant whose app is gone, on the page outside the admin, with what they entered before. */
export function visitorsOf(app: TestApp) {
  const visits = visitsOf(app);
  return async function aVisitor(overrides: Partial<ShopRow> = {}, entered: Record<string, unknown> = {}) {
    const shop = await visits.aGoneShop(overrides);
    const { cookie } = await visits.visit(shop);
    const stated = { statedAt: at("2026-01-01T00:00:00Z"), statedBy: "staff-1" };
    const facts = Object.entries(entered).map(([name, value]) => ({ name, value, ...stated }));
    await app.db.statedFacts.save(shop.shop, facts);
    // What a connected account is, impact.com said: only without one may it be a partner by the merchant's word.
    if (entered.closingAccount === "partner") await app.db.connections.remove(shop.shop);
    return {
      shop,
      look: async (path: string) => (await app.fetch(path, { headers: { cookie } })).text(),
      get: (path: string) => app.fetch(path, { headers: { cookie } }),
      send: (path: string, fields: Record<string, string>) => visits.post(path, fields, { cookie }),
      /** Sends it, reads the code that it was answered with in the mailbox, and sends it with that. */
      sendWithCode: async (path: string, fields: Record<string, string>) => {
        const asked = await visits.post(path, fields, { cookie });
        expect([asked.status, (await asked.text()).includes('name="code"')]).toEqual([422, true]);
        const code = await visits.lastCode(shop);
        return visits.post(path, { ...fields, code }, { cookie });
      },
      facts: async () =>
        Object.fromEntries(
          (await app.db.statedFacts.all(shop.shop)).map(({ name, value, statedBy }) => [
            name,
            [value, statedBy],
          ]),
        ),
    };
  };
}
