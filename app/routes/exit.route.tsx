import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeProblems } from "#app/components/exit/exit-code-step.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { ExitRouteForm } from "#app/components/exit/exit-route-form.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import {
  factsOfRoute,
  type RouteAnswers,
  readRouteAnswers,
} from "#app/services/closing/answer-path.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { tellByLink } from "#app/services/exit/tell-by-link.server.ts";

type Answer = { unanswered: boolean; code: CodeProblem | null; entered: RouteAnswers | null };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const status = await showExit(visitor, container.deps);
  if (!status) throw new Response(null, { status: 404 });
  const code = await showExitCode(visitor, container.deps);
  return { kind: status.way.kind, told: status.told, code };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const data = await readForm(request);
  const answers = readRouteAnswers((name) => String(data.get(name) ?? ""));
  const facts = factsOfRoute(answers);
  const answer = (said: Partial<Answer>) =>
    json<Answer>({ unanswered: false, code: null, entered: answers, ...said }, { status: 422 });
  if (Object.keys(facts).length === 0) return answer({ unanswered: true });
  const told = await tellByLink({ ...visitor, code: readCodeField(data), facts }, container.deps);
  if (isCodeProblem(told)) return answer({ code: told });
  return redirect(savedAt("/exit"));
}

export default function ExitRoute() {
  const { kind, told, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const asked = { code, problem: answer?.code ?? null };
  const unanswered = answer?.unanswered ? [t("route.error.choose")] : [];
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("route.title")}</h1>
      <ExitProblems problems={[...unanswered, ...codeProblems(asked, t)]} />
      <ExitRouteForm kind={kind} told={asked.problem ? (answer?.entered ?? told) : told} asked={asked} />
    </>
  );
}

export const meta = exitTitle("route.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
