import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslator } from "#app/components/translator.tsx";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { draftRequest } from "#app/services/closing/draft-request.server.ts";
import { handOver } from "#app/services/closing/hand-over.server.ts";
import type { TicketFinding } from "#app/services/closing/ticket-lint.ts";

type Answer = {
  findings: TicketFinding[];
  unread: boolean;
  entered: { subject: string; body: string; reason: string | null };
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const drafted = await draftRequest(visitor, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  if (drafted.request) throw redirect("/exit/request");
  const { draft, recipient, record } = drafted;
  return { draft, recipient, route: record.route, contactEmail: drafted.view.shop.contactEmail };
}

/** Needs a ticked box: mail scanners open links and even send forms, but they do not read and tick. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const data = await request.formData();
  const entered = readRequestForm(data);
  if (data.get("read") !== "yes")
    return json<Answer>({ findings: [], unread: true, entered }, { status: 422 });
  const drafted = await draftRequest(visitor, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  const result = await handOver(
    { shop: visitor.shop, actor: "signed-link", ...drafted.record, ...entered },
    container.deps,
  );
  if (result.outcome === "refused")
    return json<Answer>({ findings: result.findings, unread: false, entered }, { status: 422 });
  return redirect("/exit/request");
}

export default function ExitReview() {
  const { draft, recipient, route, contactEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const problems = [
    ...(answer?.findings ?? []).map((finding) => findingText(finding, t)),
    ...(answer?.unread ? [t("exit.confirmMissing")] : []),
  ];
  const entered = answer?.entered ?? { ...draft, reason: null };
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("review.title")}</h1>
      {problems.length > 0 ? (
        <div className="errors" role="alert">
          <p>
            <strong>{t("error.summary")}</strong>
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <form method="post">
        <label htmlFor="subject">{t("review.subject")}</label>
        <input id="subject" name="subject" type="text" defaultValue={entered.subject} />
        <label htmlFor="body">{t("review.body")}</label>
        <span className="help" id="body-help">
          {t("review.bodyHelp")}
        </span>
        <textarea id="body" name="body" aria-describedby="body-help" defaultValue={entered.body} />
        <label htmlFor="reason">{t("review.reason")}</label>
        <span className="help" id="reason-help">
          {t("review.reasonHelp")}
        </span>
        <textarea
          id="reason"
          name="reason"
          className="short"
          aria-describedby="reason-help"
          defaultValue={entered.reason ?? ""}
        />
        <p>
          {contactEmail
            ? t("review.next", { recipient, email: contactEmail })
            : t("review.nextNoEmail", { recipient })}
        </p>
        <p>{t(`review.irreversible.${route}`)}</p>
        <p>{t(`review.until.${route}`)}</p>
        <label className="check" htmlFor="read">
          <input id="read" name="read" type="checkbox" value="yes" />
          <span>{t("exit.confirmRead")}</span>
        </label>
        <p className="actions">
          <button type="submit" className="button">
            {t("review.submit")}
          </button>
          <a className="button plain" href="/exit">
            {t("exit.back")}
          </a>
        </p>
      </form>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
