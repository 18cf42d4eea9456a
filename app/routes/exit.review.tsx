import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitCodeField, NewExitCode } from "#app/components/exit/exit-code.tsx";
import { ExitDraftConflict } from "#app/components/exit/exit-draft-conflict.tsx";
import { ExitDraftFields } from "#app/components/exit/exit-draft-fields.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { TicketFinding } from "#app/domain/index.ts";
import { type CodeProblem, codeProblemText } from "#app/http/exit-code-problem.ts";
import { readDraftForm, readShown } from "#app/http/read-draft-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { type ReviewForm, readReviewForm, withChangedText } from "#app/http/read-review-form.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor, type Visitor } from "#app/http/visitor.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { approveText } from "#app/services/drafts/approve-text.server.ts";
import { chooseDraft } from "#app/services/drafts/choose-draft.server.ts";
import { draftRequest } from "#app/services/drafts/draft-request.server.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { showDraft } from "#app/services/drafts/show-draft.server.ts";
import { handOverByLink } from "#app/services/exit/hand-over-by-link.server.ts";
import { isProved } from "#app/services/exit/prove-visit.server.ts";
import { requestExitCode } from "#app/services/exit/request-exit-code.server.ts";
import { isHandOverCodeNeeded, showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

type Container = ActionFunctionArgs["context"]["container"];
type Answer = {
  findings: TicketFinding[];
  unread: boolean;
  /** The text was changed by a choice and has not been read since. */
  changed: "follows" | "edited" | null;
  code: CodeProblem | null;
  /** No further version of the text can be kept. */
  full: boolean;
  /** Hours until a request may be sent again. */
  hours: number | null;
  /** Null when nothing was written yet: the button that leads here sends no request. */
  entered: ReviewForm | null;
};
const NO_ANSWER: Answer = {
  findings: [],
  unread: false,
  changed: null,
  code: null,
  full: false,
  hours: null,
  entered: null,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const saved = await showDraft({ shop: visitor.shop, actor: LINK_ACTOR }, container.deps);
  const drafted = await draftRequest({ ...visitor, choices: saved.content }, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  if (drafted.request) throw redirect("/exit/request");
  // An agency account has no way out that could be walked here, as in the admin.
  if (drafted.view.kind === "agency") throw redirect("/exit");
  const { composedTicket, textHashes, recipient, submission } = drafted;
  return {
    composedTicket,
    textHashes,
    recipient,
    route: submission.route,
    proof: container.deps.settings.channel === "assisted" ? null : submission.proof,
    saved,
    saveKey: randomUUID(),
    timeZone: drafted.view.timeZone,
    contactEmail: drafted.view.shop.contactEmail,
    code: (await isHandOverCodeNeeded(visitor.shop, container.deps))
      ? await showExitCode(visitor, container.deps)
      : null,
  };
}

/**
 * Needs a ticked box and, when we send it, the code from the mailbox: mail scanners open links and even send forms, but
 * they do not read and tick, and who was forwarded the link has no code. The button that leads here asks for the code,
 * so that the way out stays at three clicks (experience.md 2.10).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const data = await readForm(request);
  const entered = readReviewForm(data);
  const intent = String(data.get("intent") ?? "");
  if (DRAFT_INTENTS.includes(intent)) return keepDraft(data, visitor, container);
  const answer = (problem: Partial<Answer>, status = 422) =>
    json<Answer>({ ...NO_ANSWER, entered: data.has("body") ? entered : null, ...problem }, { status });
  if (intent === "look") return answer({}, 200);
  if (intent === "code") {
    const needsCode =
      (await isHandOverCodeNeeded(visitor.shop, container.deps)) &&
      !(await isProved(visitor, container.deps));
    if (!needsCode) return redirect("/exit/review");
    const asked = await requestExitCode(visitor, container.deps);
    // From the page before, there is nothing to keep; a reload of the answer must not ask again.
    if (!data.has("body") && asked.outcome !== "too-many") return redirect("/exit/review");
    return answer({ code: { outcome: "code-asked", request: asked } }, 200);
  }
  const { subject, body, reason, choices } = entered;
  const approved = await approveText({ ...visitor, body, choices, shown: readShown(data) }, container.deps);
  if (!approved) throw new Response(null, { status: 404 });
  if (approved.outcome === "changed")
    return answer({
      changed: approved.own ? "follows" : "edited",
      entered: withChangedText(entered, approved),
    });
  if (data.get("read") !== "yes") return answer({ unread: true });
  const code = String(data.get("code") ?? "");
  const text = { subject, body, reason, wantedOn: choices.wantedOn };
  const result = await handOverByLink({ ...visitor, code, ...approved.submission, ...text }, container.deps);
  if (result.outcome === "handed-over") return redirect("/exit/request");
  if (result.outcome === "too-many") return answer({ hours: Math.ceil(result.seconds / 3_600) }, 429);
  return result.outcome === "refused" ? answer({ findings: result.findings }) : answer({ code: result });
}

/** What is done with the draft: "update" and "own" save it too, and stay, so that the text follows. */
const DRAFT_INTENTS = ["save", "update", "own", "choose"];

/** The same draft as in the admin: saved, or one of two versions chosen; then the page as it stands. */
async function keepDraft(data: FormData, visitor: Visitor, { deps }: Container) {
  const { shop } = visitor;
  const form = readDraftForm(data);
  if (form?.intent === "choose") await chooseDraft({ shop, actor: LINK_ACTOR, ...form }, deps);
  if (form?.intent !== "save") return redirect("/exit/review");
  const intent = data.get("intent");
  const content = intent === "own" ? { ...form.content, body: null } : form.content;
  const result = await saveDraft({ shop, actor: LINK_ACTOR, ...form, content }, deps);
  if (result.outcome === "saved" || result.outcome === "conflict")
    return redirect(result.outcome === "saved" && intent === "save" ? savedAt("/exit") : "/exit/review");
  const entered = readReviewForm(data);
  const said = result.outcome === "refused" ? { findings: result.findings } : { full: true };
  return json<Answer>({ ...NO_ANSWER, ...said, entered }, { status: 422 });
}

export default function ExitReview() {
  const data = useLoaderData<typeof loader>();
  const { saved, saveKey, proof, timeZone, composedTicket, recipient, route, contactEmail, code } = data;
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const codeProblem = answer?.code ? codeProblemText(answer.code, code?.address ?? "", t) : null;
  const asked = answer?.code?.outcome === "code-asked" && answer.code.request.outcome.startsWith("written");
  const problems = [
    ...(answer?.findings ?? []).map((finding) => findingText(finding, t)),
    ...(answer?.full ? [t("draft.tooMany")] : []),
    ...(answer?.hours ? [t("review.tooMany", { hours: answer.hours })] : []),
    ...(answer?.changed ? [t(`review.changed.${answer.changed}`)] : []),
    ...(answer?.unread ? [{ field: "read", text: t("exit.confirmMissing") }] : []),
    ...(codeProblem && !asked ? [code?.reachable ? { field: "code", text: codeProblem } : codeProblem] : []),
  ];
  const { subject, body, reason, wantedOn, claimRefund } = saved.content;
  const choices = { wantedOn, claimRefund };
  const entered: ReviewForm = answer?.entered ?? {
    subject: subject ?? composedTicket.subject,
    body: body ?? composedTicket.body,
    reason,
    choices,
    shown: choices,
    textHashes: data.textHashes,
    edited: body !== null,
  };
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("review.title")}</h1>
      <ExitProblems problems={problems} />
      {asked ? (
        <p role="status">
          <strong>{codeProblem}</strong>
        </p>
      ) : null}
      <ExitDraftConflict saved={saved} timeZone={timeZone} />
      <form method="post">
        <ExitDraftFields saved={saved} saveKey={saveKey} timeZone={timeZone} form={entered} />
        <label htmlFor="subject">{t("review.subject")}</label>
        <input id="subject" name="subject" type="text" defaultValue={entered.subject} />
        {proof ? (
          <p>
            <span className="help">{t("review.proof")}</span>
            <br />
            <span lang="en">{proof}</span>
          </p>
        ) : null}
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
        </p>
        {code ? <NewExitCode code={code} /> : null}
      </form>
    </>
  );
}

export const meta = exitTitle("review.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
