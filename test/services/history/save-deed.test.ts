import { beforeEach, describe, expect, it } from "vitest";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import { showHistory } from "#app/services/history/show-history.server.ts";
import { resumeMail, stopMail } from "#app/services/history/stop-mail.server.ts";
import { learnName } from "#app/services/history/who.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

const credentials = { accountSid: "IRtestSid0000001", authToken: "a-token" };

describe("who did what in a store", () => {
  let deps: FakeDeps;
  let shop: string;
  beforeEach(async () => {
    deps = createFakeDeps();
    const row = aShop();
    shop = row.shop;
    await deps.db.shops.save(row);
  });
  const news = () => deps.db.rows().mails.filter(({ purpose }) => purpose === "account-news");
  const deliver = async () => {
    for (const { id, state } of news())
      if (state === "pending") await deliverMail({ shop, mailId: id }, deps);
    return deps.mailer.sent.map(({ body, subject }) => `${subject} ${JSON.stringify(body)}`);
  };

  it("is in the history by name, staff and links alike, and told to the contact address", async () => {
    await learnName(
      { shop, actor: "43", sessionToken: "t" },
      { ...deps, staff: { nameOf: async () => "Billie Book" } },
    );
    await connectAccount({ shop, actor: "43", credentials }, deps);
    deps.clock.set("2026-06-21T10:00:00Z");
    const choices = { remindBeforeFees: true, keepWatching: false };
    await saveChoices({ shop, actor: "42", choices }, deps);
    deps.clock.set("2026-06-21T11:00:00Z");
    await disconnectAccount({ shop, actor: "43" }, deps);
    expect(await showHistory({ shop }, deps)).toMatchObject([
      { kind: "disconnected", by: "staff", name: "Billie Book", detail: { account: "0001" } },
      { kind: "choice-given", by: "staff", name: null, detail: { choice: "remind-before-fees" } },
      { kind: "connected", by: "staff", name: "Billie Book", detail: { account: "0001" } },
    ]);
    const [connected, choice, disconnected] = await deliver();
    expect(connected).toMatch(/^An impact\.com account was connected.*…0001 connected.*By Billie Book/);
    expect(choice).toMatch(/“Remind me before each fee” checked.*By a staff member \(Shopify gave no name\)/);
    expect(disconnected).toContain("…0001 disconnected");
    expect(new Set(deps.mailer.sent.map(({ to }) => to))).toEqual(new Set(["owner@acme-outdoor.example"]));
    expect(JSON.stringify(deps.db.rows().mails)).not.toContain("a-token");
  });

  it("makes no link of a name somebody chose, and asks Shopify for one once a month", async () => {
    let asked = 0;
    const staff = {
      nameOf: async () => {
        asked += 1;
        return "https://evil.example/a";
      },
    };
    for (let round = 0; round < 3; round += 1)
      await learnName({ shop, actor: "43", sessionToken: "t" }, { ...deps, staff });
    expect(asked).toBe(1);
    await connectAccount({ shop, actor: "43", credentials }, deps);
    expect((await deliver())[0]).not.toContain("https://evil.example");
  });

  it("goes on without a name when Shopify gives none", async () => {
    await learnName(
      { shop, actor: "43", sessionToken: "t" },
      { ...deps, staff: { nameOf: async () => null } },
    );
    expect(await deps.db.staffNames.all(shop)).toEqual([]);
  });

  it("says once that e-mails were stopped, then nothing more; and Setup takes it back", async () => {
    await stopMail({ shop, actor: "signed-link" }, deps);
    await stopMail({ shop, actor: "signed-link" }, deps);
    await disconnectAccount({ shop, actor: "43" }, deps);
    const sent = await deliver();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(
      /^Settled’s emails are stopped.*By the email link.*Choose “Send emails again” in Setup/,
    );
    expect(deps.mailer.sent[0]?.headers).not.toHaveProperty("List-Unsubscribe");
    deps.clock.set("2026-06-21T12:00:00Z");
    await resumeMail({ shop, actor: "42" }, deps);
    expect((await deps.db.shops.find(shop))?.mailStoppedAt).toBeNull();
    expect((await showHistory({ shop }, deps)).map(({ kind, by }) => [kind, by])).toEqual([
      ["mail-resumed", "staff"],
      ["mail-stopped", "link"],
    ]);
    expect(await deliver()).toHaveLength(2);
  });

  it("does not say that e-mails are stopped when they are on again", async () => {
    await stopMail({ shop, actor: "signed-link" }, deps);
    await resumeMail({ shop, actor: "42" }, deps);
    await deliver();
    expect(news().map(({ state }) => state)).toEqual(["dropped", "sent"]);
  });

  it("ends the stop with a reinstall, and keeps it while the app stays", async () => {
    await stopMail({ shop, actor: "signed-link" }, deps);
    const profile = {
      shopifyId: "1",
      name: "Acme",
      email: "owner@acme-outdoor.example",
      timeZone: "UTC",
      currency: "USD",
    };
    await saveInstall({ shop, profile }, deps);
    expect((await deps.db.shops.find(shop))?.mailStoppedAt).not.toBeNull();
    const known = await deps.db.shops.find(shop);
    if (known) await deps.db.shops.save({ ...known, uninstalledAt: deps.clock.now() });
    await saveInstall({ shop, profile }, deps);
    expect((await deps.db.shops.find(shop))?.mailStoppedAt).toBeNull();
  });
});

describe("tokens that are guessed", () => {
  const wrong = () => {
    const deps = createFakeDeps();
    Object.assign(deps.impact.fail, {
      readCompany: { outcome: "unauthorized" },
      readPrograms: { outcome: "unauthorized" },
    });
    return deps;
  };

  it("count for the store and for the account; what was right, or not answered, does not", async () => {
    const { shop } = aShop();
    const deps = wrong();
    expect((await connectAccount({ shop, actor: "1", credentials }, deps)).outcome).toBe("refused");
    expect(deps.limits.counted.map(([name]) => name)).toEqual(["wrong-token", "wrong-token"]);
    expect(new Set(deps.limits.counted.map(([, key]) => key)).size).toBe(2);
    expect(deps.limits.counted.join()).not.toMatch(/IRtest|myshopify/);
    const right = createFakeDeps();
    await connectAccount({ shop, actor: "1", credentials }, right);
    expect(right.limits.counted).toEqual([]);
    const down = createFakeDeps();
    Object.assign(down.impact.fail, {
      readCompany: { outcome: "unreachable" },
      readPrograms: { outcome: "unreachable" },
    });
    await connectAccount({ shop, actor: "1", credentials }, down);
    expect(down.limits.counted).toEqual([]);
  });

  it("are not tried any more beyond the limit, the right one included", async () => {
    const deps = createFakeDeps();
    deps.limits.used.add("wrong-token");
    const { shop } = aShop();
    expect(await connectAccount({ shop, actor: "1", credentials }, deps)).toEqual({
      outcome: "too-many",
      seconds: 60,
    });
    expect(await deps.db.connections.find(shop)).toBeNull();
  });
});
