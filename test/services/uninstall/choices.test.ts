import { describe, expect, it } from "vitest";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { choicesInForce, readChoices } from "#app/services/uninstall/choices.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { choice } from "./a-left-store.ts";

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
