import { describe, expect, it } from "vitest";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { choicesInForce, readChoices } from "#app/services/uninstall/choices.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore, choice, isNotedClosed } from "./a-left-store.ts";

const none = { remindBeforeFees: false, keepWatching: false };

async function aStore() {
  const deps = createFakeDeps();
  const { shop } = aShop();
  await deps.db.shops.save(aShop({ shop }));
  return { deps, shop };
}

describe("the choices for the time after an uninstall", () => {
  it("are unticked until somebody ticks them", async () => {
    const { deps, shop } = await aStore();
    expect((await showChoices({ shop }, deps))?.choices).toEqual(none);
  });

  it("keep the day and the person of each change, and leave the other box's date alone", async () => {
    const { deps, shop } = await aStore();
    await saveChoices({ shop, actor: "staff-1", choices: { ...none, keepWatching: true } }, deps);
    deps.clock.set("2026-06-22T09:00:00Z");
    const both = { remindBeforeFees: true, keepWatching: true };
    await saveChoices({ shop, actor: "staff-2", choices: both }, deps);
    expect(await deps.db.choices.all(shop)).toEqual([
      { name: "keep-watching", granted: true, decidedAt: at("2026-06-21T09:00:00Z"), decidedBy: "staff-1" },
      {
        name: "remind-before-fees",
        granted: true,
        decidedAt: at("2026-06-22T09:00:00Z"),
        decidedBy: "staff-2",
      },
    ]);
  });

  it("can be taken back, and the withdrawal is kept as such", async () => {
    const { deps, shop } = await aStore();
    await saveChoices({ shop, actor: "staff-1", choices: { ...none, remindBeforeFees: true } }, deps);
    await saveChoices({ shop, actor: "staff-1", choices: none }, deps);
    const [row] = await deps.db.choices.all(shop);
    expect(row).toMatchObject({ name: "remind-before-fees", granted: false });
  });

  it("end a year after the uninstall, and reminders end with a stop", () => {
    const rows = [choice("keep-watching"), choice("remind-before-fees")];
    const uninstalledAt = at("2026-06-21T08:00:00Z");
    const on = (iso: string, mailStoppedAt: typeof uninstalledAt | null = null) =>
      choicesInForce(rows, { uninstalledAt, mailStoppedAt }, at(iso).epochMilliseconds);
    expect(on("2027-06-21T07:59:59Z")).toEqual(readChoices(rows));
    expect(on("2027-06-21T08:00:00Z")).toEqual(none);
    expect(on("2026-07-01T00:00:00Z", uninstalledAt)).toEqual({
      remindBeforeFees: false,
      keepWatching: true,
    });
  });

  it("are shown with the day of each decision, and nothing else that is kept beside them", async () => {
    const { deps, shop } = await aStore();
    await deps.db.choices.save(shop, [choice("keep-watching"), choice("setup-guide-away")]);
    const shown = await showChoices({ shop }, deps);
    expect(shown).toMatchObject({
      choices: { remindBeforeFees: false, keepWatching: true },
      hasFees: true,
      decided: [{ name: "keep-watching", granted: true, at: "2026-06-01T10:00:00Z" }],
      mailStoppedAt: null,
      timeZone: "America/New_York",
    });
    expect(await showChoices({ shop: "never.myshopify.com" }, deps)).toBeNull();
  });

  it("say when e-mails were stopped, and that a partner's account has no fee to be reminded of", async () => {
    const { deps, shop } = await aStore();
    await deps.db.shops.save(aShop({ shop, mailStoppedAt: at("2026-06-01T08:00:00Z") }));
    await deps.db.connections.save(aConnection({ shop, kind: "partner" }));
    expect(await showChoices({ shop }, deps)).toMatchObject({
      hasFees: false,
      mailStoppedAt: "2026-06-01T08:00:00Z",
    });
  });

  it("make the warning say that the data is kept, as a noted closing does", async () => {
    const kept = async (names: ("keep-watching" | "remind-before-fees")[]) => {
      const { deps, shop } = await aStore();
      await deps.db.choices.save(
        shop,
        names.map((name) => choice(name)),
      );
      return (await showChoices({ shop }, deps))?.warning.dataKept;
    };
    expect(await kept([])).toBe(false);
    expect(await kept(["remind-before-fees"])).toBe(true);
    expect(await kept(["keep-watching"])).toBe(true);
    const closed = await aLeftStore({ shop: { uninstalledAt: null } });
    await isNotedClosed(closed);
    expect((await showChoices({ shop: closed.shop }, closed.deps))?.warning.dataKept).toBe(true);
  });

  it("are written down with who made them, and told to the owner", async () => {
    const { deps, shop } = await aStore();
    await saveChoices({ shop, actor: "staff-1", choices: { ...none, keepWatching: true } }, deps);
    await saveChoices({ shop, actor: "staff-2", choices: none }, deps);
    expect(deps.db.rows().mails.map(({ purpose, content }) => [purpose, content])).toEqual([
      [
        "account-news",
        {
          kind: "choice-given",
          actor: "staff-1",
          detail: { choice: "keep-watching" },
          at: "2026-06-21T09:00:00Z",
        },
      ],
      [
        "account-news",
        {
          kind: "choice-withdrawn",
          actor: "staff-2",
          detail: { choice: "keep-watching" },
          at: "2026-06-21T09:00:00Z",
        },
      ],
    ]);
  });

  it("come with the very words of the warning, in the merchant's language", async () => {
    const { deps, shop } = await aStore();
    const shown = await showChoices({ shop }, deps);
    const read = (locale: "en" | "zh-CN") =>
      shown ? previewWarning({ warning: shown.warning, locale }, deps) : null;
    expect(read("en")?.subject).toBe("If you have an impact.com account, it is still open");
    expect(read("en")?.lines.join(" ")).toContain("You uninstalled Settled from Acme Outdoor.");
    expect(read("zh-CN")?.lines.join(" ")).toContain("您已从 Acme Outdoor 卸载 Settled。");
    expect(deps.db.rows().links).toEqual([]);
  });
});
