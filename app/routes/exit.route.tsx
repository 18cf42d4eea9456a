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
import { saveFactsByLink } from "#app/services/exit/save-facts-by-link.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";

type Answer = { unanswered: boolean; code: CodeProblem | null; entered: RouteAnswers | null };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const status = await showExit(visitor, container.deps);
  if (!status) throw new Response(null, { status: 404 });
  const code = await showExitCode(visitor, container.deps);
  return { kind: status.closingPath.kind, stated: status.stated, code };
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
  const stated = await saveFactsByLink({ ...visitor, code: readCodeField(data), facts }, container.deps);
  if (isCodeProblem(stated)) return answer({ code: stated });
  return redirect(savedAt("/exit"));
}

export default function ExitRoute() {
  const { kind, stated, code } = useLoaderData<typeof loader>();
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
      <ExitRouteForm
        kind={kind}
        stated={asked.problem ? (answer?.entered ?? stated) : stated}
        asked={asked}
      />
    </>
  );
}

export const meta = exitTitle("route.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
