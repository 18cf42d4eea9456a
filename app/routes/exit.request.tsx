import { type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslator } from "#app/components/translator.tsx";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { showRequest } from "#app/services/closing/show-request.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const open = await container.deps.db.closings.findOpen(shop);
  const receipt = open && (await showRequest({ shop, reference: open.reference }, container.deps));
  if (!receipt) throw redirect("/exit");
  return receipt;
}

export default function ExitRequest() {
  const {
    reference,
    standing,
    state,
    recipient,
    sentAt,
    timeZone,
    earliestClosing,
    refundBy,
    subject,
    body,
  } = useLoaderData<typeof loader>();
  const { t, instant, date } = useTranslator();
  const when = sentAt ? instant(sentAt, timeZone) : "";
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("exit.sent", { reference })}</h1>
      <p className="lead" role="status">
        {t(`receipt.state.${standing}`, { recipient, when })}
      </p>
      {state === "closed" || state === "refund-received" ? null : (
        <p>
          <strong>{t("receipt.notClosed")}</strong>
        </p>
      )}
      <p>
        <a href="/exit/receipt.pdf">{t("receipt.pdf.get")}</a>
      </p>
      <h2>{t("receipt.next")}</h2>
      <ul>
        {earliestClosing ? <li>{t("receipt.nextClosing", { on: date(earliestClosing) })}</li> : null}
        {refundBy ? <li>{t("receipt.nextRefund", { on: date(refundBy) })}</li> : null}
        <li>{t("receipt.nextAnswer")}</li>
      </ul>
      <h2>{t("receipt.text")}</h2>
      <p>
        <strong>{subject}</strong>
      </p>
      <pre>{body}</pre>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
