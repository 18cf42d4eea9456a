import type { Mail, MailBlock, MailRow, ShopRow } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { aMail, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

/** A store with one mail in its outbox. Without a change of the store it is installed; null leaves it out. */
export async function anOutbox(mail: Partial<MailRow>, change: Partial<ShopRow> | null = {}) {
  const deps = createFakeDeps();
  const store = aShop(change ?? {});
  const { shop } = store;
  if (change) await deps.db.shops.save(store);
  const row = aMail({ shop, messageId: "<notice@settled.example>", ...mail });
  await deps.db.mails.add(row);
  return {
    deps,
    shop,
    store,
    deliver: () => deliverMail({ shop, mailId: row.id }, deps),
    /** The mail as it left, after its delivery. */
    sent: async () => {
      await deliverMail({ shop, mailId: row.id }, deps);
      return readable(deps.mailer.sent.at(-1));
    },
    /** What became of the mail instead. */
    dropped: async () => {
      const outcome = await deliverMail({ shop, mailId: row.id }, deps);
      const stored = await deps.db.mails.findById(shop, row.id);
      return { outcome, reason: stored?.lastError, sent: deps.mailer.sent.length };
    },
  };
}

/** A sent mail whose links are named by what they open: their tokens are random. */
export function readable(mail: Mail | undefined) {
  const text = JSON.stringify(mail ?? null).replace(/\/(l|stop)\/[\w-]{20,}\.[\w-]{40,}/g, "/$1/TOKEN");
  return JSON.parse(text) as Mail;
}

export const blocksOf = (mail: Mail): MailBlock[] => (mail.body.kind === "blocks" ? mail.body.blocks : []);

export const FINISH = "https://settled.example/l/TOKEN";
export const STOP = "https://settled.example/stop/TOKEN";

/** The headers of a mail that can be stopped. */
export const STOPPABLE = {
  "List-Unsubscribe": "<https://settled.example/stop/TOKEN>",
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  "Auto-Submitted": "auto-generated",
};
export const STOP_LINK = { kind: "small-link", text: "Stop these emails", href: STOP };
/** The two last lines of every mail. */
export const FOOTER = [
  { kind: "small-link", text: "Support and privacy", href: "https://settled.example/support" },
  {
    kind: "small",
    text: "Settled, 1 Example Street. Settled is an independent app and not part of impact.com.",
  },
];
