import type { Deps } from "../deps.ts";
import { saveDeed } from "../history/save-deed.server.ts";

type Input = { shop: string; actor: string };
type SwitchDeps = Pick<Deps, "db" | "clock" | "settings">;

/** No more e-mails to this shop, at once, and one last that says so. Doing it twice is the same as once. */
export const stopMail = (input: Input, deps: SwitchDeps): Promise<void> =>
  switchMail(input, "mail-stopped", deps);

/** Takes "no more e-mails" back. */
export const resumeMail = (input: Input, deps: SwitchDeps): Promise<void> =>
  switchMail(input, "mail-resumed", deps);

async function switchMail(
  { shop, actor }: Input,
  kind: "mail-stopped" | "mail-resumed",
  { db, clock, settings }: SwitchDeps,
): Promise<void> {
  const now = clock.now();
  await db.transact(async (work) => {
    const known = await work.shops.find(shop);
    const stops = kind === "mail-stopped";
    if (!known || (known.mailStoppedAt !== null) === stops) return;
    await work.shops.save({ ...known, mailStoppedAt: stops ? now : null });
    await saveDeed({ shop, kind, actor }, work, { now, settings });
  });
}

/** What the page with the stop button shows; null of a shop nobody knows any more. */
export async function showMailStop(
  input: { shop: string },
  { db }: Pick<Deps, "db">,
): Promise<{ shop: string; shopName: string; locale: string; stopped: boolean } | null> {
  const known = await db.shops.find(input.shop);
  if (!known) return null;
  const { shop, name: shopName, locale, mailStoppedAt } = known;
  return { shop, shopName, locale, stopped: mailStoppedAt !== null };
}
