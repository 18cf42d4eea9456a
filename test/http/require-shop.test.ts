import { expect, it } from "vitest";
import { isBrokenAnswer } from "#app/http/require-shop.server.ts";

const answer = (status: number, type: string) =>
  new Response("{}", { status, headers: { "content-type": type } });

// Shopify's library throws what its GraphQL client could not read as JSON, with the 200 that came with it.
it("takes an API's answer with a 200 for a fault, and neither a page that leads on nor a refusal", () => {
  expect(isBrokenAnswer(answer(200, "application/json"))).toBe(true);
  expect(isBrokenAnswer(answer(200, "text/html;charset=utf-8"))).toBe(false);
  expect(isBrokenAnswer(answer(401, "application/json"))).toBe(false);
  expect(isBrokenAnswer(new Response(null, { status: 302 }))).toBe(false);
  expect(isBrokenAnswer(new Error("no answer"))).toBe(false);
});
