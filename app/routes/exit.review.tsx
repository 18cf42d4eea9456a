import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitCodeField, NewExitCode } from "#app/components/exit-code.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { type CodeProblem, codeProblemText } from "#app/http/exit-code-problem.ts";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { draftRequest } from "#app/services/closing/draft-request.server.ts";
import type { TicketFinding } from "#app/services/closing/ticket-lint.ts";
import { handOverByLink } from "#app/services/links/hand-over-by-link.server.ts";
import { requestExitCode } from "#app/services/links/request-exit-code.server.ts";
import { showExitCode } from "#app/services/links/show-exit-code.server.ts";

type Answer = {
  findings: TicketFinding[];
  unread: boolean;
  code: CodeProblem | null;
  /** Null when nothing was written yet: the button that leads here sends no request. */
  entered: { subject: string; body: string; reason: string | null } | null;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const drafted = await draftRequest(visitor, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  if (drafted.request) throw redirect("/exit/request");
  return {
    draft: drafted.draft,
    recipient: drafted.recipient,
    contactEmail: drafted.view.shop.contactEmail,
    code: await showExitCode(visitor, container.deps),
  };
}

/**
 * Needs a ticked box and, when we send it, the code from the mailbox: mail scanners open links and even send forms, but
 * they do not read and tick, and who was forwarded the link has no code. The button that leads here asks for the code,
 * so that the way out stays at three clicks (experience.md 2.10).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const data = await request.formData();
  const entered = readRequestForm(data);
  const answer = (problem: Partial<Answer>, status = 422) =>
    json<Answer>(
      { findings: [], unread: false, code: null, ...problem, entered: data.has("body") ? entered : null },
      { status },
    );
  if (data.get("intent") === "code") {
    const asked = await requestExitCode(visitor, container.deps);
    // From the page before, there is nothing to keep; a reload of the answer must not ask again.
    if (!data.has("body") && asked.outcome !== "too-many") return redirect("/exit/review");
    return answer({ code: { outcome: "code-asked", request: asked } }, 200);
  }
  if (data.get("read") !== "yes") return answer({ unread: true });
  const drafted = await draftRequest(visitor, container.deps);
  const openItems = (drafted?.tasks ?? []).filter(({ status }) => status === "open").map(({ key }) => key);
  const code = String(data.get("code") ?? "");
  const result = await handOverByLink({ ...visitor, code, openItems, ...entered }, container.deps);
  if (result.outcome === "handed-over") return redirect("/exit/request");
  return result.outcome === "refused" ? answer({ findings: result.findings }) : answer({ code: result });
}

export default function ExitReview() {
  const { draft, recipient, contactEmail, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const codeProblem = answer?.code ? codeProblemText(answer.code, code?.address ?? "", t) : null;
  const asked = answer?.code?.outcome === "code-asked" && answer.code.request.outcome.startsWith("sent");
  const problems = [
    ...(answer?.findings ?? []).map((finding) => findingText(finding, t)),
    ...(answer?.unread ? [t("exit.confirmMissing")] : []),
    ...(codeProblem && !asked ? [codeProblem] : []),
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
      {asked ? (
        <p role="status">
          <strong>{codeProblem}</strong>
        </p>
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
        <p>{t("review.irreversible")}</p>
        <p>{t("review.until")}</p>
        <label className="check" htmlFor="read">
          <input id="read" name="read" type="checkbox" value="yes" />
          <span>{t("exit.confirmRead")}</span>
        </label>
        {code ? <ExitCodeField code={code} problem={asked ? null : codeProblem} /> : null}
        <p className="actions">
          <button type="submit" className="button">
            {t("review.submit")}
          </button>
          <a className="button plain" href="/exit">
            {t("exit.back")}
          </a>
        </p>
        {code ? <NewExitCode code={code} /> : null}
      </form>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
