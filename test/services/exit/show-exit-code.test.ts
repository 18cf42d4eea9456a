import { expect, it } from "vitest";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("shows a code's mail with most of the address left out, and only in the visit that asked for it", async () => {
  const deps = createFakeDeps();
  const left = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z") });
  const { shop } = left;
  await deps.db.shops.save(left);
  const show = (visit: string) => showExitCode({ shop, visit }, deps);
  expect(await show("a-visit")).toEqual({
    address: "o…@acme-outdoor.example",
    reachable: true,
    mail: "none",
  });
  await requestExitCode({ shop, visit: "a-visit", link: "a-link", network: "a-network" }, deps);
  await deliverMail({ shop, mailId: deps.db.rows().mails[0]?.id ?? "" }, deps);
  expect([(await show("a-visit"))?.mail, (await show("another-visit"))?.mail]).toEqual(["sent", "none"]);
});
