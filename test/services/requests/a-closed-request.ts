import { aRequest } from "./a-request.ts";

/** Closed on Monday, 22 June 2026. Ten business days end on Tuesday, 7 July (3 July is a holiday in the US). */
export async function closed(change: Parameters<typeof aRequest>[0] = {}) {
  const found = await aRequest(change);
  found.deps.clock.set("2026-06-22T09:00:00Z");
  await found.tell("told-closed");
  const refuse = () => Object.assign(found.deps.impact.fail, { readCompany: { outcome: "unauthorized" } });
  const token = async () => (await found.deps.db.connections.find(found.shop))?.sealedToken ?? null;
  return { ...found, refuse, token };
}
