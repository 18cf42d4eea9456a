import { Button, Card, Text } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { Band } from "#app/components/closing/band.tsx";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { isClosed, isUnderWay } from "#app/domain/request/transitions.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";
import { ClosedFacts } from "./closed-facts.tsx";
import { requestHeadline } from "./request-headline.ts";
import { textsToSend } from "./request-next.ts";
import { RequestTimeline } from "./request-timeline.tsx";

/** What to do and until when, then everything from the first to the last day. Says "closed" by evidence only (G19). */
export function RequestReceipt({ receipt, supportUrl }: { receipt: RequestView; supportUrl: string }) {
  const translator = useTranslator();
  const { t, date, instant } = translator;
  const { status, state, clock, recipient, sentAt, timeZone } = receipt;
  const when = sentAt ? instant(sentAt, timeZone) : "";
  const isOver = isClosed(state);
  const headline = requestHeadline(receipt, translator);
  const said =
    status === "sent" && receipt.answerTo
      ? t("request.sentLead", { email: receipt.answerTo })
      : t(`receipt.state.${status}`, { recipient, when });
  return (
    <Card padding="0">
      <div className="closing-pad">
        <Text as="h2" variant="headingLg">
          {headline}
        </Text>
        <div role="status">
          {/* In some states what there is to do is all there is to say. */}
          {said === headline || clock.chargedAgain ? null : <Text as="p">{said}</Text>}
        </div>
        {clock.overdueSince ? (
          <Text as="p">{t("receipt.overdueSince", { on: date(clock.overdueSince) })}</Text>
        ) : null}
        {clock.solved ? <Text as="p">{t("status.solvedAsk")}</Text> : null}
        {clock.chargedAgain && !receipt.texts.charged ? <Text as="p">{t("status.chargedAgain")}</Text> : null}
        {state === "needs-something" ? <Asked receipt={receipt} /> : null}
        {textsToSend(receipt, translator).map(({ label, text, lang }, index) => (
          <CopyText key={label} label={label} text={text} lang={lang} primary={index === 0} />
        ))}
        {status === "put-away" ? <SendAgain receipt={receipt} /> : null}
        <Ways receipt={receipt} supportUrl={supportUrl} />
      </div>
      {isOver ? <ClosedFacts receipt={receipt} /> : null}
      <RequestTimeline receipt={receipt} />
      {isOver || !isUnderWay(state) ? null : (
        <Band
          title={t(receipt.isBilled ? "receipt.notClosed" : "receipt.notClosed.partner")}
          text={t("receipt.uninstall")}
          neutral
        />
      )}
    </Card>
  );
}

/** impact.com's own words, and that the answer goes in the same ticket. */
function Asked({ receipt: { events, today } }: { receipt: RequestView }) {
  const { t, dated } = useTranslator();
  const asked = events.findLast(({ words, trigger }) => words !== null && trigger === "told-needs");
  return (
    <>
      <Text as="p">{t("status.answerThem")}</Text>
      {asked ? (
        <blockquote className="asked">
          <span className="cell-note">{t("request.wrote", { on: dated(asked.on, today) })}</span>
          <bdi>{asked.words}</bdi>
        </blockquote>
      ) : null}
      <Text as="p" variant="bodySm" tone="subdued">
        {t("request.bankDetails")}
      </Text>
    </>
  );
}

/** The same text once more, at hand where it is needed: nobody may be working on the first ticket. */
function SendAgain({ receipt: { subject, sentParts } }: { receipt: RequestView }) {
  const { t } = useTranslator();
  const body = sentParts.map(({ text }) => text).join("");
  return (
    <>
      <Text as="p">{t("request.sendAgain")}</Text>
      <CopyText label={t("receipt.text")} text={`${subject}\n\n${body}`} lang="en" primary />
    </>
  );
}

const NUMBER = "told-ticket-number";

/** The next step where there is one outside this page. */
function Ways({
  receipt: { state, status, moves },
  supportUrl,
}: {
  receipt: RequestView;
  supportUrl: string;
}) {
  const { t } = useTranslator();
  if (state === "rejected" || state === "withdrawn")
    return (
      <div className="closing-buttons">
        <Button url="/app/close/review">{t("request.new")}</Button>
        <Button url="/app/close">{t("close.title")}</Button>
      </div>
    );
  if (state !== "needs-something" && status !== "put-away") return null;
  return (
    <div className="closing-buttons">
      <Button url={supportUrl} target="_blank" icon={ExternalIcon}>
        {t("receipt.byHand.link")}
      </Button>
      {status === "put-away" && moves.includes(NUMBER) ? (
        <Button url={`#${NUMBER}`}>{t(`move.${NUMBER}`)}</Button>
      ) : null}
    </div>
  );
}
