import { describe, expect, it } from "vitest";
import { sendNewLink } from "#app/services/exit/request-new-link.server.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { aLeftStore, choice, textOf } from "#test/services/uninstall/a-left-store.ts";

describe("a new link", () => {
  it("says that it works for two days only, unless something keeps the data", async () => {
    const { deps, shop, deliver } = await aLeftStore();
    const ask = async () => {
      await sendNewLink({ shop }, deps);
      await deliver();
      return textOf(deps);
    };
    expect(await ask()).toContain("until Settled deletes your data, 2 days after you uninstalled");
    await deps.db.choices.save(shop, [choice("remind-before-fees")]);
    deps.clock.set("2026-06-21T11:00:00Z");
    expect(await ask()).toContain("It works for 30 days.");
  });
});

describe("the receipt", () => {
  it("brings the request's page to who has left, and no link to who has the admin", async () => {
    const installed = await aRequest();
    await installed.deliver();
    expect(textOf(installed.deps)).not.toContain("/l/");
    const left = await aRequest();
    await left.leave();
    await left.deliver();
    expect(textOf(left.deps)).toContain("https://settled.example/l/");
  });
});
