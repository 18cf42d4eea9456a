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
import { ExitBalanceForm, ExitStatedForm } from "#app/components/exit/exit-task-form.tsx";
import { ExitTaskGuide } from "#app/components/exit/exit-task-guide.tsx";
import { ExitTaskStatus } from "#app/components/exit/exit-task-status.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { notesOf } from "#app/domain/index.ts";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readTaskForm, type TaskProblem } from "#app/http/read-task-form.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";
import { saveFactsByLink } from "#app/services/exit/save-facts-by-link.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";

type Answer = {
  problems: TaskProblem[];
  code: CodeProblem | null;
  entered: { amount: string; threshold: string; payoutChoice: string; asOf: string; stated: string };
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const shown = await showTask({ shop: visitor.shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const code = await showExitCode(visitor, container.deps);
  const { view, outcome: _outcome, ...task } = shown;
  return { ...task, code, today: view.today.toString(), currency: view.currency, timeZone: view.timeZone };
}

/** An answer is a choice or an amount; what a form that came unread or as it was shown is worth, the use-case decides. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const shown = await showTask({ shop: visitor.shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const data = await readForm(request);
  const { key } = shown.task;
  const read = readTaskForm(data, key, shown.view);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const [amount, threshold, stated] = [text("amount"), text("threshold"), text("told")];
  const entered = { amount, threshold, payoutChoice: text("way"), asOf: text("asOf"), stated };
  if (read.outcome === "rejected")
    return json<Answer>({ problems: read.problems, code: null, entered }, { status: 422 });
  const said = { code: readCodeField(data), facts: read.facts, task: key };
  const saved = await saveFactsByLink({ ...visitor, ...said }, container.deps);
  if (isCodeProblem(saved)) return json<Answer>({ problems: [], code: saved, entered }, { status: 422 });
  return redirect(savedAt("/exit"));
}

export default function ExitTask() {
  const { task, asks, balance, today, currency, timeZone, code, ...guide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, note } = useTranslator();
  const problems = answer?.problems ?? [];
  const asked = { code, problem: answer?.code ?? null };
  const errorOf = (field: TaskProblem["field"]) => {
    const problem = problems.find((each) => each.field === field);
    return problem && t(problem.message, problem.values);
  };
  const shown = [task.open, task.ending?.contracts, task.doubtful?.things].flatMap((left) =>
    left ? notesOf(left) : [],
  );
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t(`close.task.${task.key}`)}</h1>
      <ExitProblems
        problems={[
          ...problems.map(({ field, message, values }) => ({ field, text: t(message, values) })),
          ...codeProblems(asked, t),
        ]}
      />
      <p>
        <strong>
          <ExitTaskStatus task={task} timeZone={timeZone} />
        </strong>
      </p>
      {shown.length > 0 ? (
        <ul>
          {shown.map((each) => (
            <li key={`${each.id}${JSON.stringify(each.values)}`}>
              <bdi>{note(each)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {task.key === "partner-balance" ? (
        <ExitBalanceForm
          balance={{ ...balance, asOf: balance.asOf ?? today, ...answer?.entered }}
          currency={currency}
          asked={asked}
          errors={{ amount: errorOf("amount"), asOf: errorOf("asOf"), threshold: errorOf("threshold") }}
        />
      ) : asks ? (
        <ExitStatedForm task={task} stated={answer?.entered.stated ?? null} asked={asked} />
      ) : null}
      <ExitTaskGuide task={task} {...guide} />
    </>
  );
}

export const meta = exitTitle<{ task: ClosingTask }>(({ task }, t) => t(`close.task.${task.key}`));
export const headers: HeadersFunction = () => PAGE_HEADERS;
