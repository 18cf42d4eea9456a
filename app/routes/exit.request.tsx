import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitDesk } from "#app/components/exit/exit-desk.tsx";
import { ExitHistory } from "#app/components/exit/exit-history.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WholeReference } from "#app/components/page/whole-reference.tsx";
import { nextSteps, textsToSend } from "#app/components/request/request-next.ts";
import { TextParts } from "#app/components/request/text-parts.tsx";
import { isClosed, isEnded } from "#app/domain/index.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { ASK_OUTCOMES, askAbout } from "#app/services/requests/ask-about.server.ts";
import { openReference, showRequest } from "#app/services/requests/show-request.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  // A request that has ended is open no more, and still to be seen by who just said so.
  const { searchParams } = new URL(request.url);
  const named = searchParams.get("reference");
  const reference = named ?? (await openReference({ shop }, container.deps));
  const receipt = reference && (await showRequest({ shop, reference }, container.deps));
  if (!receipt) throw redirect("/exit", { headers: PAGE_HEADERS });
  const asked = ASK_OUTCOMES.find((each) => each === searchParams.get("asked")) ?? null;
  return { ...receipt, asked, supportUrl: impactLink("support", container.deps.settings.impactAppUrl) };
}

/** Asks the help desk, by its button alone. A read that changes no wish of the merchant; a reload does not repeat it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const data = await readForm(request);
  const query = new URLSearchParams({ reference: String(data.get("reference") ?? "") });
  if (data.get("ask") === "desk")
    query.set(
      "asked",
      await askAbout({ shop, reference: query.get("reference") ?? "", now: true }, container.deps),
    );
  return redirect(`/exit/request?${query}#desk`);
}

export default function ExitRequest() {
  const receipt = useLoaderData<typeof loader>();
  const { reference, status, state, recipient, sentAt, timeZone, moves, supportUrl } = receipt;
  const translator = useTranslator();
  const { t, instant } = translator;
  const when = sentAt ? instant(sentAt, timeZone) : "";
  const byHand = status === "by-hand" || status === "undelivered";
  const steps = nextSteps(receipt, translator);
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>
        <WholeReference text={t("exit.sent", { reference })} />
      </h1>
      <p className="lead" role="status">
        {t(`receipt.state.${status}`, { recipient, when })}
      </p>
      {isClosed(state) ? null : (
        <p>
          <strong>{t(receipt.isBilled ? "receipt.notClosed" : "receipt.notClosed.partner")}</strong>
        </p>
      )}
      {receipt.ticketNumber ? <p>{t("receipt.ticketNumber", { number: receipt.ticketNumber })}</p> : null}
      {textsToSend(receipt, translator).map(({ label, text, lang }) => (
        <section key={label}>
          <p>{label}</p>
          <pre lang={lang}>{text}</pre>
        </section>
      ))}
      <p className="actions">
        {isEnded(state) ? <a href="/exit/review">{t("status.newRequest")}</a> : null}
        {moves.length > 0 ? <a href="/exit/note">{t("exit.note")}</a> : null}
        {receipt.isBilled ? <a href="/exit/ledger">{t("exit.ledger.link")}</a> : null}
        <a href="/exit/receipt.pdf">{t("receipt.pdf.get")}</a>
        {byHand ? <a href={supportUrl}>{t("receipt.byHand.link")}</a> : null}
      </p>
      {receipt.desk ? <ExitDesk {...receipt} desk={receipt.desk} /> : null}
      {steps.length > 0 ? <h2>{t("receipt.next")}</h2> : null}
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <h2>{t("receipt.history")}</h2>
      <ExitHistory events={receipt.events} timeZone={timeZone} />
      <h2>{t(byHand ? "receipt.byHand.title" : "receipt.text")}</h2>
      <p>
        <strong lang="en">{receipt.subject}</strong>
      </p>
      <pre>
        <TextParts parts={receipt.sentParts} />
      </pre>
    </>
  );
}

export const meta = exitTitle<{ reference: string }>(({ reference }, t) => t("exit.sent", { reference }));
export const headers: HeadersFunction = () => PAGE_HEADERS;
