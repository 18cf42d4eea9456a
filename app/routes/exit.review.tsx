import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitDraftConflict } from "#app/components/exit-draft-conflict.tsx";
import { ExitDraftFields } from "#app/components/exit-draft-fields.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { readContent, readDraftForm } from "#app/http/read-draft-form.ts";
import { readRequestForm } from "#app/http/read-request-form.ts";
import { PAGE_HEADERS, requireVisitor, type Visitor } from "#app/http/visitor.server.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { draftRequest } from "#app/services/closing/draft-request.server.ts";
import { handOver } from "#app/services/closing/hand-over.server.ts";
import type { TicketFinding } from "#app/services/closing/ticket-lint.ts";
import { chooseDraft } from "#app/services/drafts/choose-draft.server.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { LINK_ACTOR, showDraft } from "#app/services/drafts/show-draft.server.ts";

type Container = ActionFunctionArgs["context"]["container"];
type Answer = {
  findings: TicketFinding[];
  unread: boolean;
  entered: { subject: string; body: string; reason: string | null };
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const saved = await showDraft({ shop: visitor.shop, actor: LINK_ACTOR }, container.deps);
  const drafted = await draftRequest({ ...visitor, choices: saved.content }, container.deps);
  if (!drafted) throw new Response(null, { status: 404 });
  if (drafted.request) throw redirect("/exit/request");
  return {
    draft: drafted.draft,
    saved,
    saveKey: randomUUID(),
    timeZone: drafted.view.timeZone,
    recipient: drafted.recipient,
    contactEmail: drafted.view.shop.contactEmail,
  };
}

/** Needs a ticked box: mail scanners open links and even send forms, but they do not read and tick. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, container);
  const data = await request.formData();
  const entered = readRequestForm(data);
  const intent = data.get("intent");
  if (intent === "save" || intent === "choose") return keepDraft(data, visitor, container);
  if (data.get("read") !== "yes")
    return json<Answer>({ findings: [], unread: true, entered }, { status: 422 });
  const drafted = await draftRequest(visitor, container.deps);
  const openItems = (drafted?.tasks ?? []).filter(({ status }) => status === "open").map(({ key }) => key);
  const { wantedOn } = readContent(data);
  const result = await handOver(
    { shop: visitor.shop, actor: "signed-link", route: "starter-ticket", openItems, ...entered, wantedOn },
    container.deps,
  );
  if (result.outcome === "refused")
    return json<Answer>({ findings: result.findings, unread: false, entered }, { status: 422 });
  return redirect("/exit/request");
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
  return json<Answer>({ findings: result.findings, unread: false, entered }, { status: 422 });
}

export default function ExitReview() {
  const { saved, saveKey, timeZone, draft, recipient, contactEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const problems = [
    ...(answer?.findings ?? []).map((finding) => findingText(finding, t)),
    ...(answer?.unread ? [t("exit.confirmMissing")] : []),
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
        <p>{t("review.irreversible")}</p>
        <p>{t("review.until")}</p>
        <label className="check" htmlFor="read">
          <input id="read" name="read" type="checkbox" value="yes" />
          <span>{t("exit.confirmRead")}</span>
        </label>
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
      </form>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
