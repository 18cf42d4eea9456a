import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { noteSentMails } from "#app/services/operations/note-sent-mails.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const look = { triggeredAt: null, mustBeRefused: true };

it("writes the warning again under the same Message-ID when a restored database forgot it (C10)", async () => {
  const shop = aShop({ installedAt: at("2026-05-12T13:00:00Z") });
  const uninstalledOn = async (now: string) => {
    const deps = createFakeDeps();
    deps.clock.set(now);
    await deps.db.shops.save(shop);
    expect(await handleUninstall({ shop: shop.shop, ...look }, deps)).toBe("warned");
    return deps.db.rows().mails.map(({ messageId }) => messageId);
  };
  const before = await uninstalledOn("2026-06-21T09:00:00Z");
  expect(before).toHaveLength(1);
  expect(await uninstalledOn("2026-06-22T03:41:00Z")).toEqual(before);
});

describe("a provider's log taken over after a restore (C10)", () => {
  /** Three stores that left after the backup; gives what the provider's log says then. */
  async function sentAfterBackup(shops: ReturnType<typeof aShop>[]) {
    const lost = createFakeDeps();
    for (const shop of shops) {
      await lost.db.shops.save(shop);
      await handleUninstall({ shop: shop.shop, ...look }, lost);
    }
    for (const { shop, id } of lost.db.rows().mails) await deliverMail({ shop, mailId: id }, lost);
    return lost.mailer.sent.map(({ messageId }) => messageId);
  }

  it("keeps what it has from going out again, and nothing else", async () => {
    const [sent, pending, unsent] = [aShop(), aShop(), aShop()];
    const [first, second] = await sentAfterBackup([sent, pending]);
    const deps = createFakeDeps();
    for (const shop of [sent, pending, unsent]) await deps.db.shops.save(shop);
    // The backup was made between the second one's uninstall and its mail.
    await handleUninstall({ shop: pending.shop, ...look }, deps);
    // Providers write it with its brackets or without.
    const log = `2026-06-21 delivered message-id=${first}\n"sent","${second?.slice(1, -1)}","250 OK"\nother@mail.example`;
    expect(await noteSentMails({ log }, deps)).toEqual({ waiting: 1, warnings: 1 });
    expect(await noteSentMails({ log }, deps)).toEqual({ waiting: 0, warnings: 0 });

    for (const { shop } of [sent, unsent])
      expect(await handleUninstall({ shop, ...look }, deps)).toBe("warned");
    for (const { shop, id } of deps.db.rows().mails) await deliverMail({ shop, mailId: id }, deps);
    const mails = deps.db.rows().mails.filter(({ shop }) => shop === unsent.shop);
    expect(deps.mailer.sent.map(({ messageId }) => messageId)).toEqual(
      mails.map(({ messageId }) => messageId),
    );
    expect((await deps.db.shops.find(sent.shop))?.uninstalledAt).not.toBeNull();
  });

  it("is of no store whose log says nothing of it, nor of an earlier install", async () => {
    const shop = aShop();
    const [earlier] = await sentAfterBackup([{ ...shop, installedAt: at("2026-01-12T13:00:00Z") }]);
    const deps = createFakeDeps();
    await deps.db.shops.save(shop);
    expect(await noteSentMails({ log: `${earlier}` }, deps)).toEqual({ waiting: 0, warnings: 0 });
    expect(deps.db.rows().mails).toEqual([]);
  });
});
