import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import type { FakeDeps } from "#test/fakes/deps.ts";

/** Somebody on the page of a link. */
export const VISIT = { visit: "a-visit", link: "a-link", network: "a-network" };

/** What is answered to who needs a code and has typed none: it is on its way. */
export const NEEDS_CODE = { outcome: "code-missing", request: { outcome: "written" } };

/** The code for the visit, as its owner reads it in the mailbox. */
export async function mailedCode({ deps, shop }: { deps: FakeDeps; shop: string }): Promise<string> {
  await requestExitCode({ shop, ...VISIT }, deps);
  const mail = deps.db.rows().mails.findLast(({ purpose }) => purpose === "exit-code");
  await deliverMail({ shop, mailId: mail?.id ?? "" }, deps);
  return /"(\d{6})"/.exec(JSON.stringify(deps.mailer.sent.at(-1)?.body))?.[1] ?? "";
}

/** What the history says was done through the link, newest first. */
export async function usesOf({ deps, shop }: { deps: FakeDeps; shop: string }) {
  return (await deps.db.storeEvents.latest(shop, 10)).map(({ kind, actor, detail }) => ({
    kind,
    actor,
    what: detail.what,
  }));
}
export const use = (what: string) => ({ kind: "told-by-link", actor: "signed-link", what });
