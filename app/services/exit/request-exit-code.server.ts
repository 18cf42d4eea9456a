import { randomUUID } from "node:crypto";
import type { ByLink } from "#app/services/exit/by-link.ts";
import type { Deps } from "../deps.ts";
import { suppressionOf } from "../outbox/suppression.server.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { pseudonym } from "../pseudonym.ts";
import { CODE_MINUTES, codeFor, macOfCode } from "./exit-code.ts";

/** A second press of the button is the same wish. */
const SAME_WISH_SECONDS = 60;

export type RequestCodeOutcome =
  /** It goes out with the next mails; only `showExitCode` knows when a mail server took it. */
  | { outcome: "written" }
  | { outcome: "written-before" }
  | { outcome: "unknown-shop" }
  | { outcome: "no-address" }
  | { outcome: "refused-by-mailbox" }
  | { outcome: "too-many"; seconds: number };

/**
 * Mails a code for this visit to the address on file. It goes out although the merchant stopped e-mails: they ask for
 * it here and now. At most six an hour for one network with one link, and three times as many for the link: who holds a
 * link uses up no codes of its owner, whose next link has its own.
 */
export async function requestExitCode(
  { shop, visit, link, network }: ByLink,
  deps: Pick<Deps, "db" | "clock" | "limits" | "settings">,
): Promise<RequestCodeOutcome> {
  const { db, settings } = deps;
  const known = await db.shops.find(shop);
  if (!known) return { outcome: "unknown-shop" };
  const recipient = known.contactEmail;
  if (!recipient) return { outcome: "no-address" };
  if ((await suppressionOf(recipient, deps)) !== null) return { outcome: "refused-by-mailbox" };
  const now = deps.clock.now();
  const last = await db.exitCodes.find(shop, visit);
  if (last && now.since(last.createdAt).total("seconds") < SAME_WISH_SECONDS)
    return { outcome: "written-before" };
  const wait =
    (await deps.limits.count("exit-code", pseudonym("link", `${link} ${network}`, settings))) ??
    (await deps.limits.count("exit-code-link", pseudonym("link", link, settings)));
  if (wait !== null) return { outcome: "too-many", seconds: wait };
  const codeId = randomUUID();
  const code = codeFor(codeId, settings.secrets.codes[0]);
  const mailId = randomUUID();
  const mail = {
    id: mailId,
    shop,
    purpose: "exit-code" as const,
    dedupeKey: `exit-code:${codeId}`,
    recipient,
    locale: known.locale,
    content: { codeId, visit },
  };
  await db.transact(async (work) => {
    await work.exitCodes.save({
      visit,
      shop,
      codeMac: macOfCode(code, visit, settings.secrets.codes[0]),
      tries: 0,
      createdAt: now,
      expiresAt: now.add({ minutes: CODE_MINUTES }),
      mailId,
      provedUntil: null,
    });
    await writeMail(mail, work, { now, settings });
  });
  return { outcome: "written" };
}
