import { Temporal } from "temporal-polyfill";
import { type NoteSchemaDrift, noteDeskOddities } from "#app/adapters/helpdesk/desk-schema-drift.server.ts";
import { createFreshdesk } from "#app/adapters/helpdesk/freshdesk.server.ts";
import { createSmtpDesk } from "#app/adapters/helpdesk/smtp.server.ts";
import { createZendesk } from "#app/adapters/helpdesk/zendesk.server.ts";
import { createSmtpMailer } from "#app/adapters/mail/smtp-mailer.server.ts";
import type { HelpDesk, Oddity, TicketToSend } from "#app/ports/index.ts";

export const ticket: TicketToSend = {
  key: "0123456789abcdef0123456789abcdef01234567",
  subject: "Please close account IR1 [SET-7KQ2-M9XD]",
  body: 'Please close it.\n<b>Not bold</b> & "quoted"\n请关闭账户。',
  requester: { name: "Acme Outdoor", email: "owner@acme-outdoor.example" },
  // The sandbox's clock begins on this day.
  writtenAt: Temporal.Instant.from("2026-05-12T09:00:00Z"),
};
export const another = {
  ...ticket,
  key: `f${ticket.key.slice(1)}`,
  subject: "Please close account IR2 [SET-2222-3333]",
};

export type Where = { url: string; smtpPort: number };
export type Place = Where & {
  key?: string;
  noted?: Oddity[];
  callMs?: number;
  fields?: Record<string, unknown>;
};
export const smtpDesk = ({ smtpPort }: Place): HelpDesk =>
  createSmtpDesk({
    mailer: createSmtpMailer({
      url: `smtp://127.0.0.1:${smtpPort}`,
      from: "Settled <notices@settled.example>",
    }),
    to: "help-desk@sandbox.example",
    domain: "settled.example",
  });
const clock = { now: () => Temporal.Instant.from("2026-06-21T09:00:00Z") };
const noteIn = ({ noted = [] }: Place): NoteSchemaDrift =>
  noteDeskOddities({ note: async (oddity) => void noted.push(oddity) }, clock);
const limitOf = ({ callMs, fields }: Pick<Place, "callMs" | "fields">) => ({
  fields,
  ...(callMs !== undefined && { callMs }),
});
export const freshdesk = ({ url, key = "desk-key", ...place }: Place): HelpDesk =>
  createFreshdesk({
    url: `${url}/freshdesk`,
    apiKey: key,
    note: noteIn({ url, ...place }),
    ...limitOf(place),
  });
export const zendesk = ({ url, key = "desk-key", ...place }: Place): HelpDesk =>
  createZendesk({
    url: `${url}/zendesk`,
    email: "agent@sandbox.example",
    apiToken: key,
    note: noteIn({ url, ...place }),
    ...limitOf(place),
  });

export const CHANNELS: [string, (place: Place) => HelpDesk][] = [
  ["SMTP", smtpDesk],
  ["Freshdesk", freshdesk],
  ["Zendesk", zendesk],
];
export const APIS = CHANNELS.slice(1);
