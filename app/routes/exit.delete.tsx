import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnotherCode, codeProblems, ExitCodeStep } from "#app/components/exit/exit-code-step.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OpenRequestChoice } from "#app/components/request/open-request-choice.tsx";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { LED_TO, PAGE_HEADERS, requireVisitor, writeVisit } from "#app/http/visitor.server.ts";
import { deleteByLink } from "#app/services/exit/delete-by-link.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { showDeletion } from "#app/services/uninstall/delete-my-data.server.ts";

const PROBLEMS = { unread: "exit.deleteConfirmMissing", choose: "exit.deleteChoose" } as const;
const FIELDS = { unread: "sure", choose: "request" } as const;
type Answer = { problem: keyof typeof PROBLEMS | null; code: CodeProblem | null; request: string | null };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const code = await showExitCode(visitor, container.deps);
  return { ...(await showDeletion(visitor, container.deps)), code };
}

/**
 * Needs a ticked box, and a decision about an open request: a scanner that sends forms must not erase anything. And the
 * code: who was forwarded the link must not either.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const { locale } = visitor;
  const data = await readForm(request);
  const answer = (said: Partial<Answer>, request: string | null = null) =>
    json<Answer>({ problem: null, code: null, request, ...said }, { status: 422 });
  if (data.get("sure") !== "yes") return answer({ problem: "unread" });
  const chosen = data.get("request");
  const openRequest = chosen === "keep-until-it-ends" || chosen === "delete-too" ? chosen : null;
  const outcome = await deleteByLink({ ...visitor, code: readCodeField(data), openRequest }, container.deps);
  if (isCodeProblem(outcome)) return answer({ code: outcome }, openRequest);
  if (outcome === "choose") return answer({ problem: "choose" });
  if (outcome === "still-installed") return redirect(LED_TO["installed-again"]);
  if (outcome === "due") return redirect("/exit/deleted?request=kept");
  // Nobody is known any more; the language is all that is left of the visit.
  const cookie = await writeVisit({ link: null, locale }, container);
  return redirect("/exit/deleted", { headers: { "set-cookie": cookie } });
}

export default function ExitDelete() {
  const { shopName, reference, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  const asked = { code, problem: answer?.code ?? null };
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("exit.deleteTitle", { shopName })}</h1>
      <ExitProblems
        problems={[
          ...(problem ? [{ field: FIELDS[problem], text: t(PROBLEMS[problem]) }] : []),
          ...codeProblems(asked, t),
        ]}
      />
      <form method="post">
        <p>{t("exit.deleteBody", { shopName })}</p>
        <p>
          <strong>{t("exit.deleteAccount")}</strong>
        </p>
        {reference ? <OpenRequestChoice reference={reference} chosen={answer?.request ?? null} /> : null}
        <label className="check" htmlFor="sure">
          <input id="sure" name="sure" type="checkbox" value="yes" defaultChecked={asked.problem !== null} />
          <span>{t("exit.deleteConfirm")}</span>
        </label>
        <ExitCodeStep {...asked} />
        <p className="actions">
          <button type="submit" className="button">
            {t("exit.deleteSubmit")}
          </button>
          <AnotherCode {...asked} />
        </p>
      </form>
    </>
  );
}

export const meta = exitTitle<{ shopName: string }>(({ shopName }, t) => t("exit.deleteTitle", { shopName }));
export const headers: HeadersFunction = () => PAGE_HEADERS;
