import { createElement } from "react";
import { expect, it } from "vitest";
import { StayOrGo } from "#app/components/money/stay-or-go.tsx";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { textOf } from "../text-of.ts";

// A store that has just connected: nothing of its actions is read, so nothing is known of their months either.
it.each([
  ["en", "|your actions are not read yet|", "fewer than 3 full months"],
  ["zh-CN", "|尚未读取您的行动|", "不足 3 个月"],
] as const)(
  "what commissions cost is not put down to a short history before actions are read (%s)",
  async (locale, unread, short) => {
    const deps = createFakeDeps();
    const merchant = aShop();
    const { shop } = merchant;
    await deps.db.shops.save(merchant);
    await deps.db.connections.save(aConnection({ shop, sealedToken: deps.seal.seal(shop, "a-token") }));
    await saveFacts({ shop, actor: "staff", facts: { signedUpOn: "2025-09-03" } }, deps);
    const home = await showHome({ shop }, deps);
    if (!home?.standing || !home.figures)
      throw new Error("Home has its figures once the sign-up date is entered.");
    const said = textOf(createElement(StayOrGo, { standing: home.standing, figures: home.figures }), locale);
    expect(said).toContain(unread);
    expect(said).not.toContain(short);
  },
);
