import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitCodeField, NewExitCode } from "#app/components/exit-code.tsx";
import { ExitDraftConflict } from "#app/components/exit-draft-conflict.tsx";
import { ExitDraftFields } from "#app/components/exit-draft-fields.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { type CodeProblem, codeProblemText } from "#app/http/exit-code-problem.ts";
import { readContent, readDraftForm } from "#app/http/read-draft-form.ts";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { PAGE_HEADERS, requireVisitor, type Visitor } from "#app/http/visitor.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { draftRequest } from "#app/services/closing/draft-request.server.ts";
import type { TicketFinding } from "#app/services/closing/ticket-lint.ts";
import { chooseDraft } from "#app/services/drafts/choose-draft.server.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { LINK_ACTOR, showDraft } from "#app/services/drafts/show-draft.server.ts";
import { handOverByLink } from "#app/services/links/hand-over-by-link.server.ts";
import { requestExitCode } from "#app/services/links/request-exit-code.server.ts";
import { showExitCode } from "#app/services/links/show-exit-code.server.ts";

type Container = ActionFunctionArgs["context"]["container"];
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
  const saved = await showDraft({ shop: visitor.shop, actor: LINK_ACTOR }, container.deps);
  const drafted = await draftRequest({ ...visitor, choices: saved.content }, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  if (drafted.request) throw redirect("/exit/request");
  const { draft, recipient, record } = drafted;
  return {
    draft,
    recipient,
    route: record.route,
    saved,
    saveKey: randomUUID(),
    timeZone: drafted.view.timeZone,
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
  const intent = data.get("intent");
  if (intent === "save" || intent === "choose") return keepDraft(data, visitor, container);
  const answer = (problem: Partial<Answer>, status = 422) =>
    json<Answer>(
      { findings: [], unread: false, code: null, ...problem, entered: data.has("body") ? entered : null },
      { status },
    );
  if (intent === "code") {
    const asked = await requestExitCode(visitor, container.deps);
    // From the page before, there is nothing to keep; a reload of the answer must not ask again.
    if (!data.has("body") && asked.outcome !== "too-many") return redirect("/exit/review");
    return answer({ code: { outcome: "code-asked", request: asked } }, 200);
  }
  if (data.get("read") !== "yes") return answer({ unread: true });
  const drafted = await draftRequest(visitor, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  const code = String(data.get("code") ?? "");
  const { wantedOn } = readContent(data);
  const approved = { ...drafted.record, ...entered, wantedOn };
  const result = await handOverByLink({ ...visitor, code, ...approved }, container.deps);
  if (result.outcome === "handed-over") return redirect("/exit/request");
  return result.outcome === "refused" ? answer({ findings: result.findings }) : answer({ code: result });
}

/** The same draft as in the admin: saved, or one of two versions chosen; then the page as it stands. */
async function keepDraft(data: FormData, visitor: Visitor, { deps }: Container) {
  const { shop } = visitor;
  const form = readDraftForm(data);
  if (form?.intent === "choose") await chooseDraft({ shop, actor: LINK_ACTOR, ...form }, deps);
  if (form?.intent !== "save") return redirect("/exit/review");
  const before = await showDraft({ shop, actor: LINK_ACTOR }, deps);
  const shown = await draftRequest({ ...visitor, choices: before.content }, deps);
  const content = readContent(data, shown?.draft);
  const result = await saveDraft({ shop, actor: LINK_ACTOR, ...form, content }, deps);
  if (result.outcome !== "refused") return redirect(result.outcome === "saved" ? "/exit" : "/exit/review");
  const entered = readRequestForm(data);
  return json<Answer>({ findings: result.findings, unread: false, code: null, entered }, { status: 422 });
}

export default function ExitReview() {
  const data = useLoaderData<typeof loader>();
  const { saved, saveKey, timeZone, draft, recipient, route, contactEmail, code } = data;
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const codeProblem = answer?.code ? codeProblemText(answer.code, code?.address ?? "", t) : null;
  const asked = answer?.code?.outcome === "code-asked" && answer.code.request.outcome.startsWith("sent");
  const problems = [
    ...(answer?.findings ?? []).map((finding) => findingText(finding, t)),
    ...(answer?.unread ? [t("exit.confirmMissing")] : []),
    ...(codeProblem && !asked ? [codeProblem] : []),
  ];
  const { subject, body, reason } = saved.content;
  const entered = answer?.entered ?? { subject: subject ?? draft.subject, body: body ?? draft.body, reason };
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
      <ExitDraftConflict saved={saved} timeZone={timeZone} />
      <form method="post">
        <ExitDraftFields saved={saved} saveKey={saveKey} timeZone={timeZone} />
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
        {code ? <ExitCodeField code={code} problem={asked ? null : codeProblem} /> : null}
        <p className="actions">
          <button type="submit" className="button">
            {t("review.submit")}
          </button>
          <button type="submit" className="button plain" name="intent" value="save">
            {t("review.leave")}
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
