import { z } from "zod";
import { DATED_TABLES } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Composed } from "./composed.ts";

const ticket = z.object({
  kind: z.enum(["late", "given-up"]),
  channel: z.string(),
  attempts: z.number(),
  reason: z.string(),
  shop: z.string(),
});
const stuck = z.object({
  kind: z.literal("stuck"),
  what: z.enum(["webhooks", "mails", "tickets", "tokens", "left-stores", "jobs"]),
  job: z.string(),
  count: z.number(),
  oldest: z.string().nullable(),
});
const schemaDrifts = z.object({
  kind: z.literal("oddities"),
  oddities: z.array(
    z.object({
      resource: z.string(),
      field: z.string(),
      value: z.string().nullable(),
      answers: z.number(),
    }),
  ),
});
const oldTable = z.object({ kind: z.literal("old-table"), table: z.enum(DATED_TABLES), asOf: z.string() });
const content = z.discriminatedUnion("kind", [ticket, stuck, schemaDrifts, oldTable]);
type Content = z.infer<typeof content>;

/** Tells the operator what does not get through, and what to look at. */
export function composeOperatorAlert(row: MailRow): Composed {
  const { subject, text } = textsOf(content.parse(row.content));
  return {
    outcome: "mail",
    mail: {
      messageId: row.messageId,
      to: row.recipient,
      replyTo: null,
      locale: "en",
      subject,
      body: { kind: "text", text },
      headers: {},
    },
  };
}

function textsOf(about: Content): { subject: string; text: string } {
  const { t, instant, date } = translatorFor("en");
  switch (about.kind) {
    case "stuck": {
      const { what, count, job } = about;
      const since = about.oldest ? instant(about.oldest, "UTC") : "";
      const notified = t(`mail.stuck.body.${what}`, { count, job, since });
      return {
        subject: t(`mail.stuck.subject.${what}`, { count, job }),
        text: `${notified}\n\n${t("mail.stuck.help")}`,
      };
    }
    case "oddities": {
      const lines = about.oddities.map(({ resource, field, value, answers }) =>
        t("mail.oddity.line", {
          form: value === null ? "missing" : "value",
          ...{ resource, field, value: value ?? "", answers },
        }),
      );
      const subject = t("mail.oddity.subject", { count: lines.length });
      return { subject, text: [t("mail.oddity.body"), ...lines, "", t("mail.oddity.help")].join("\n") };
    }
    case "old-table": {
      const asOf = date(about.asOf);
      return {
        subject: t(`mail.oldTable.subject.${about.table}`, { day: asOf }),
        text: `${t(`mail.oldTable.body.${about.table}`, { day: asOf })}\n\n${t("mail.oldTable.help")}`,
      };
    }
    default: {
      const { kind, ...facts } = about;
      return { subject: t(`mail.alert.subject.${kind}`), text: t(`mail.alert.body.${kind}`, facts) };
    }
  }
}
