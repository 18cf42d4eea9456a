import { describe, expect, it } from "vitest";
import { createSessionStorage } from "#app/adapters/db/session-storage.server.ts";
import { wasMerged } from "#app/adapters/helpdesk/freshdesk-merged.ts";
import { submitOutcome } from "#app/adapters/helpdesk/outcomes.server.ts";
import { createSmtpDesk } from "#app/adapters/helpdesk/smtp.server.ts";
import { classify } from "#app/adapters/impact/classify.server.ts";
import { inZone } from "#app/adapters/impact/days.server.ts";
import { parseExactJson } from "#app/adapters/impact/exact-json.server.ts";
import { parseForeignJson } from "#app/adapters/impact/foreign-json.server.ts";
import { newValues } from "#app/adapters/impact/new-values.server.ts";
import { plainDecimal } from "#app/adapters/impact/plain-decimal.server.ts";
import { readRateLimit } from "#app/adapters/impact/rate-limit.server.ts";
import { amount } from "#app/adapters/impact/scalars.server.ts";
import { ianaTimeZone } from "#app/adapters/impact/time-zones.server.ts";
import { readWantedFields } from "#app/adapters/impact/wanted-fields.server.ts";
import { cutTokens } from "#app/adapters/log/cut-tokens.ts";
import { faultFacts } from "#app/adapters/log/fault-facts.ts";
import { readMailReport } from "#app/adapters/mail/read-report.server.ts";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import { renderText } from "#app/adapters/mail/render-text.ts";
import { notSent } from "#app/adapters/mail/smtp-failure.ts";
import { unlinked } from "#app/adapters/mail/unlinked.ts";
import { runsOf } from "#app/adapters/pdf/text-runs.ts";
import { keptFault } from "#app/adapters/queue/kept-fault.server.ts";
import {
  explainFigure,
  failureVerdict,
  isSameMailbox,
  mailboxesIn,
  parseAccountFile,
  parseDecimal,
  repeatable,
  reportAddresses,
} from "#app/domain/index.ts";
import { parseExact } from "#app/domain/money/exact.ts";
import { holdsSecret } from "#app/domain/request/secret-in-text.ts";
import { lintTicket } from "#app/domain/request/ticket-lint.ts";
import { cleanText } from "#app/domain/text/clean-text.ts";
import { clientAddress } from "#app/http/client-address.ts";
import { networkOf } from "#app/http/network-of.ts";
import { readBalanceForm } from "#app/http/read-balance-form.ts";
import { readDetailsForm } from "#app/http/read-details-form.ts";
import { readDraftForm } from "#app/http/read-draft-form.ts";
import { readFactsForm } from "#app/http/read-facts-form.ts";
import { readItemQuery } from "#app/http/read-item-query.ts";
import { readMoveForm } from "#app/http/read-move-form.ts";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { readReviewForm } from "#app/http/read-review-form.ts";
import { readStoreAddress } from "#app/http/read-store-address.ts";
import { readTaskForm } from "#app/http/read-task-form.ts";
import { readTrialForm } from "#app/http/read-trial-form.ts";
import { readWhatIf } from "#app/http/read-what-if.ts";
import { comesFromAdmin } from "#app/http/shop-address.ts";
import { isShopifyWebhook } from "#app/http/shopify-webhooks.server.ts";
import { isSigned } from "#app/http/signed-body.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { textHash } from "#app/services/drafts/text-hash.ts";
import { withDay } from "#app/services/drafts/ticket-lines.ts";
import { readCode } from "#app/services/exit/exit-code.ts";
import { readLinkToken } from "#app/services/exit/link-token.ts";
import { csvLines } from "#app/services/exports/csv.ts";
import { invoiceFileName } from "#app/services/exports/invoice-file-name.ts";
import { foreignText } from "#app/services/mail/foreign-text.ts";
import { keptHeaders } from "#app/services/mail/kept-headers.ts";
import { readMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { isShopDomain } from "#app/services/shop-domain.ts";
import { anAccount } from "#test/factories/account.ts";
import { at } from "#test/factories/rows.ts";
import { createFakeMailer } from "#test/fakes/deps.ts";
import { growth, HOSTILE_TEXTS } from "./growth.ts";

const now = at("2026-06-21T09:00:00Z");
const impactDay = inZone(({ day }) => day)("America/New_York");
const today = now.toZonedDateTimeISO("UTC").toPlainDate();
const t = translatorFor("zh-CN").t;

/** The text in every field a form of ours has. */
const FIELDS = [
  ...["subject", "body", "reason", "bodyMark", "subjectMark", "shop", "accounts", "told", "answer", "words"],
  ...["ticketNumber", "proof", "statement", "seen", "trigger", "amount", "threshold", "asOf", "way"],
  ...["signedUpOn", "balance", "balanceAsOf", "minimumFee", "currency", "trialEndsOn", "wantedOn", "saveKey"],
];
const form = (text: string) => {
  const data = new FormData();
  for (const name of FIELDS) data.set(name, text);
  return data;
};
const raw = (text: string) => Buffer.from(text, "utf8");
const wantedOf = (text: string) => readWantedFields(raw(text), { list: "Actions", fields: ["Id"] });
const reportOf = (text: string) =>
  raw(
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n' +
      `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n${text}\r\n--b--\r\n`,
  );

const ticket = {
  ...{ key: "0123456789abcdef", subject: "x", body: "x", requester: { name: "x", email: "a@b.example" } },
  writtenAt: now,
};
/** A mail server that answers so when it is told for whom. */
const smtpDesk = (reason: string) => {
  const mailer = createFakeMailer();
  mailer.answer = { outcome: "not-sent", step: "recipient", code: 550, reason };
  return createSmtpDesk({ mailer, to: "help-desk@impact.test", domain: "settled.example" });
};
/** A desk that refuses a ticket for these fields, or shows this as a message in it. */
const answered = (status: number, body: unknown) =>
  ({ outcome: "answered", status, body, location: null }) as const;
const refusedFor = (text: string) =>
  submitOutcome(answered(400, {}), {
    evidenceOf: () => null,
    fieldsOf: () => [{ field: text, complaint: text }],
    noteOtherForm: async () => undefined,
  });
const face = { name: "any", covers: () => true } as never;
const noSessions = createSessionStorage({ session: { findFirst: async () => null } } as never, {} as never);

/** Everything that reads text from outside, by who sends it. */
const READERS: Record<string, (text: string) => unknown> = {
  "form: request": (text) => readRequestForm(form(text)),
  "form: draft": (text) => readDraftForm(form(text)),
  "form: review": (text) => readReviewForm(form(text)),
  "form: move": (text) => readMoveForm(form(text)),
  "form: details": (text) => readDetailsForm(form(text), "many"),
  "form: store address": (text) => readStoreAddress(form(text)),
  "form: task": (text) => readTaskForm(form(text), "partner-balance", { today, currency: "USD" }),
  "form: trial": (text) => readTrialForm(form(text)),
  "form: balance": (text) => readBalanceForm(form(text), { today, currency: "USD" }),
  "form: key facts": (text) => readFactsForm(form(text), { today, connected: false, currency: "USD" }),
  "form: code": readCode,
  "ticket: subject": (text) => lintTicket({ subject: text, body: "x", reason: null }),
  "ticket: body": (text) => lintTicket({ subject: "x", body: text, reason: text }),
  "address: figure": (text) => explainFigure(anAccount(), { on: today, figure: text }),
  "address: link": (text) => readLinkToken(text, "stop-mail", ["secret"]),
  "address: locale": nearestLocale,
  "header: sender": networkOf,
  "header: signature": (text) => isSigned("x", text, "secret", 0),
  "webhook: shop": isShopDomain,
  "mail report": (text) => readMailReport(raw(text)),
  "mail report: header": (text) => readMailReport(raw(`Subject: ${text}\r\n\r\nx`)),
  "mail report: address": (text) =>
    readMailReport(reportOf(`Final-Recipient: rfc822; ${text}\r\nAction: failed`)),
  "mail report: fields": (text) => readMailReport(reportOf(text)),
  "mail events": (text) => readMailEvents({ events: [{ type: "bounce", address: text }] }),
  "mail: headers": keptHeaders,
  "mail: HTML": (text) => renderHtml([{ kind: "quote", text }], "en", text),
  "mail: foreign name": foreignText,
  "fault of a server": (text) => keptFault(new Error(text)),
  "impact.com: JSON": parseExactJson,
  "impact.com: numbers": (text) => parseExactJson(`[${text.length},{"a":${"1".repeat(text.length)}`),
  "impact.com: answer": (text) =>
    classify("Actions", { status: 200, headers: new Headers(), value: () => parseForeignJson(text) }, now),
  "impact.com: rows": (text) => wantedOf(`{"Actions":[{"Id":${JSON.stringify(text)},"Note":[[${text}`),
  "impact.com: numbers of rows": (text) => wantedOf(`{"Actions":[{"Id":${"1".repeat(text.length)}`),
  "impact.com: new values": (text) => newValues("Contracts", { Contracts: [{ Status: text }] }),
  "impact.com: amount": (text) => amount.safeParse(text),
  "impact.com: decimal": plainDecimal,
  "impact.com: day": (text) => impactDay.safeParse(text),
  "impact.com: text": (text) => cleanText(text),
  "account file: exact amount": (text) => parseExact(text, "USD"),
  "impact.com: zone": ianaTimeZone,
  "impact.com: limits": (text) =>
    readRateLimit(new Headers({ "retry-after": text.replaceAll(/[^ -~]/g, "") }), now),
  "value to repeat": repeatable,
  "amount of a file": (text) => parseDecimal(text, "USD"),
  "account file": (text) => parseAccountFile({ version: 1, kind: text, timeZone: text, signedUpOn: text }),
  "names in sentences": (text) => t("details.error.sid", { sid: text }),
  "mail server: verdict": (text) => failureVerdict({ status: text, diagnostic: text }),
  "mail server: reply": (text) =>
    notSent(
      Object.assign(new Error(text), { responseCode: 550, response: text, command: `RCPT TO ${text}` }),
    ),
  "mail server: reply about a ticket": (text) => smtpDesk(text).submit(ticket),
  "mail report: recipient": reportAddresses,
  "contact field": mailboxesIn,
  "two addresses": (text) => isSameMailbox(text, text),
  "help desk: refusal": refusedFor,
  "help desk: message": (text) =>
    wasMerged("5", async () => answered(200, [{ body_text: text, incoming: false }])),
  "mail: text": (text) => renderText([{ kind: "quote", text }]),
  "mail: addresses of others": unlinked,
  "log: line": cutTokens,
  "log: fault": (text) => faultFacts(new Error(text)),
  "impact.com: text as it may be kept": (text) => parseForeignJson(JSON.stringify({ a: text, b: "\u0000" })),
  "ticket: a secret in it": (text) => holdsSecret(text, ["kX93hdJw02LqmM"]),
  "ticket: its day": (text) => withDay(text, "2026-06-21"),
  "draft: its mark": textHash,
  "address: what is tried": (text) =>
    readWhatIf(new URLSearchParams({ change: text, revenue: text, contracts: text, close: text }), {
      today,
      currency: "USD",
    }),
  "address: list": (text) => readItemQuery(new URLSearchParams({ q: text, show: text, page: text })),
  "address: admin": (text) =>
    comesFromAdmin(
      new URL(`https://a.example/?${new URLSearchParams({ shop: "a.myshopify.com", host: text })}`),
    ),
  "address: webhook": (url) => isShopifyWebhook({ url }),
  "header: proxies": (text) =>
    clientAddress({ headers: { "x-forwarded-for": text }, socket: {} as never }, 1),
  "session: id": (text) => noSessions.loadSession(text),
  "invoice: name of its file": invoiceFileName,
  "PDF: letters": (text) => runsOf(text, [face]),
  "cells of a CSV file": (text) => csvLines([[text, text]], null),
};

const CASES = Object.entries(READERS).flatMap(([reader, read]) =>
  Object.entries(HOSTILE_TEXTS).map(([text, hostile]) => ({ reader, read, text, hostile })),
);

describe("what reads text from outside", () => {
  // Eight times the text may cost eight times as much; twelve leaves room for what the engine does by the way.
  it.each(CASES)("takes no more than its share for $text ($reader)", async ({ read, hostile }) => {
    expect(await growth(read, hostile)).toBeLessThanOrEqual(12);
  });
});
