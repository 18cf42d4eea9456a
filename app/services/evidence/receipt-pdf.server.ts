import { isClosed } from "#app/domain/index.ts";
import { eventText } from "#app/messages/event-text.ts";
import type { Locale } from "#app/messages/locales.ts";
import { catalogueOf, translatorFor } from "#app/messages/messages.server.ts";
import type { PdfBlock } from "#app/ports/index.ts";
import { type TicketPath, ticketPath } from "../closing/closing-path.ts";
import type { Deps } from "../deps.ts";
import { type RequestView, showRequest } from "../requests/show-request.server.ts";

type PdfDeps = Pick<Deps, "db" | "clock" | "settings" | "pdf">;
type Facts = {
  receipt: RequestView;
  store: string;
  email: string | null;
  account: string | null;
  messageId: string | null;
  sentByUs: boolean;
  handedAt: string;
  openItems: string[];
  route: TicketPath;
};

/**
 * The receipt page as a file to keep: the same words in the same order. The same state of the same request gives the
 * same bytes, because its date is that of the last event. Null when the shop has no such request.
 */
export async function receiptPdf(
  input: { shop: string; reference: string; locale: Locale },
  deps: PdfDeps,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const request = await deps.db.closingRequests.findByReference(input.shop, input.reference);
  const receipt = request && (await showRequest(input, deps));
  if (!request || !receipt) return null;
  const ticket = await deps.db.tickets.findByRequest(input.shop, request.id);
  const shop = await deps.db.shops.find(input.shop);
  const connection = await deps.db.connections.find(input.shop);
  const events = await deps.db.closingRequests.events(input.shop, request.id);
  const facts: Facts = {
    receipt,
    store: shop ? `${shop.name} (${input.shop})` : input.shop,
    email: shop?.contactEmail ?? null,
    account: connection?.accountSid ?? null,
    messageId: ticket?.proof?.messageId ?? null,
    sentByUs: ticket !== null,
    handedAt: request.createdAt.toString(),
    openItems: request.openItems,
    route: ticketPath(request.route),
  };
  const { t } = translatorFor(input.locale);
  const bytes = await deps.pdf.write({
    title: t("receipt.title", { reference: request.reference }),
    language: input.locale,
    madeAt: events.at(-1)?.at ?? request.createdAt,
    replacedNote: t("receipt.pdf.replaced"),
    blocks: [
      ...statusBlocks(facts, input.locale),
      ...nextBlocks(facts, input.locale),
      ...historyBlocks(facts, input.locale),
      { kind: "heading", text: t("receipt.text") },
      { kind: "strong", text: receipt.subject, lang: "en" },
      ...receipt.sentParts.map(({ text, lang }) => ({
        kind: "quote" as const,
        text: text.trimEnd(),
        ...(lang && { lang }),
      })),
      {
        kind: "paragraph",
        text: t("mail.footer", {
          operator: deps.settings.operator.name,
          address: deps.settings.operator.address,
        }),
      },
    ],
  });
  return { fileName: `${request.reference}.pdf`, bytes };
}

function statusBlocks(facts: Facts, locale: Locale): PdfBlock[] {
  const { t, instant, list } = translatorFor(locale);
  const { receipt, account, messageId, openItems } = facts;
  const { status, recipient, sentAt, timeZone } = receipt;
  const time = (iso: string) => instant(iso, timeZone);
  const row = (term: string, description: string | null) =>
    description === null ? [] : [{ term: t("receipt.pdf.term", { term }), description }];
  const open = openItems.map((item) => catalogueOf(locale)[`close.task.${item}`] ?? item);
  return [
    {
      kind: "strong",
      text: t(`receipt.state.${status}`, { recipient, when: sentAt ? instant(sentAt, timeZone) : "" }),
    },
    {
      kind: "facts",
      rows: [
        ...row(t("receipt.pdf.reference"), receipt.reference),
        ...row(t("receipt.pdf.store"), facts.store),
        ...row(t("receipt.pdf.account"), account),
        ...row(t("receipt.pdf.way"), t(`receipt.pdf.way.${facts.sentByUs ? "ticket" : "by-hand"}`)),
        ...row(t("receipt.pdf.recipient"), facts.sentByUs ? recipient : null),
        ...row(t("receipt.pdf.handedAt"), time(facts.handedAt)),
        ...row(t("receipt.pdf.sentAt"), sentAt && time(sentAt)),
        ...row(t("receipt.pdf.ticketNumber"), receipt.ticketNumber),
        ...row(t("receipt.pdf.messageId"), messageId),
        ...row(t("receipt.pdf.openItems"), open.length > 0 ? list(open) : t("review.noOpenItems")),
      ],
    },
  ];
}

/** The three sentences of the review page, then the dates to expect. */
function nextBlocks({ receipt, email, sentByUs, route }: Facts, locale: Locale): PdfBlock[] {
  const { t, date } = translatorFor(locale);
  const { recipient, state, clock, earliestClosing, refundBy } = receipt;
  const closed = isClosed(state);
  const next = sentByUs
    ? email
      ? t("review.next", { recipient, email })
      : t("review.nextNoEmail", { recipient })
    : t("review.nextByHand");
  const dates = [
    clock.nextOn && !closed ? t("receipt.nextExpected", { on: date(clock.nextOn) }) : null,
    earliestClosing && !closed ? t("receipt.nextClosing", { on: date(earliestClosing) }) : null,
    refundBy && state !== "refund-received"
      ? t(closed ? "receipt.refundDue" : "receipt.nextRefund", { on: date(refundBy) })
      : null,
    closed ? null : t("receipt.nextAnswer"),
    t("receipt.uninstall"),
  ];
  return [
    ...(closed
      ? []
      : [
          {
            kind: "strong" as const,
            text: t(receipt.isBilled ? "receipt.notClosed" : "receipt.notClosed.partner"),
          },
        ]),
    ...[next, t(`review.irreversible.${route}`), t(`review.until.${route}`)].map((text) => ({
      kind: "paragraph" as const,
      text,
    })),
    { kind: "heading", text: t("receipt.next") },
    { kind: "list", items: dates.filter((each) => each !== null) },
  ];
}

function historyBlocks({ receipt }: Facts, locale: Locale): PdfBlock[] {
  const { t, instant } = translatorFor(locale);
  const items = receipt.events.map((event) => {
    const { at, level, words } = event;
    const values = {
      when: instant(at, receipt.timeZone),
      what: eventText(event, { t }),
      level: t(`receipt.level.${level}`),
    };
    return words === null
      ? t("receipt.pdf.event", values)
      : t("receipt.pdf.eventWords", { ...values, words });
  });
  return [
    { kind: "heading", text: t("receipt.history") },
    { kind: "list", items },
  ];
}
