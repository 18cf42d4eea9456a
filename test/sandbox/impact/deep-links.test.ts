import { afterEach, beforeEach, expect, it } from "vitest";
import { IMPACT_PATHS } from "#app/services/closing/impact-links.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

it.each([
  ["expire-contracts", "/impact/accounts/story/contracts"],
  ["creators", "/impact/accounts/story/contracts"],
  ["cover-required-funding", "/impact/accounts/story/balance"],
  ["pending-report", "/impact/accounts/story/actions"],
  ["settle-invoices", "/impact/accounts/story/invoices"],
  ["pay-actions", "/impact/accounts/story/actions"],
  ["subscription", "/impact/accounts/story/balance"],
  ["withdraw-switches", "/impact/accounts/story/contracts"],
  ["settle-pending-actions", "/impact/accounts/story/actions"],
  ["wait-for-last-lock", "/impact/accounts/story/actions"],
  ["partner-contracts", "/impact/accounts/story/contracts"],
  ["partner-balance", "/impact/accounts/story/balance"],
] as const)("leads from the app's %s link to the page where it is done", async (place, page) => {
  const link = await sandbox.fetch(`/impact${IMPACT_PATHS[place]}`);
  expect(link.status).toBe(303);
  const chooser = await sandbox.fetch(link.headers.get("location") ?? "");
  expect(await chooser.text()).toContain(`href="${page}"`);
});
