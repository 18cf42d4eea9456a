import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { ExitBalanceForm, ExitToldForm } from "#app/components/exit/exit-task-form.tsx";
import { ExitTaskGuide } from "#app/components/exit/exit-task-guide.tsx";
import { ExitTaskStatus } from "#app/components/exit/exit-task-status.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { notesOf } from "#app/domain/closing/leftovers.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readTaskForm, type TaskProblem } from "#app/http/read-task-form.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { answerTask } from "#app/services/closing/answer-task.server.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

type Answer = {
  problems: TaskProblem[];
  entered: { amount: string; threshold: string; way: string; asOf: string };
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const shown = await showTask({ shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const { view, outcome: _outcome, ...task } = shown;
  return { ...task, today: view.today.toString(), currency: view.currency, timeZone: view.timeZone };
}

/** An answer is a choice or an amount; what a form that came unread or as it was shown is worth, the use-case decides. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const shown = await showTask({ shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const data = await readForm(request);
  const { key } = shown.task;
  const read = readTaskForm(data, key, shown.view);
  if (read.outcome === "rejected") {
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const [amount, threshold] = [text("amount"), text("threshold")];
    const entered = { amount, threshold, way: text("way"), asOf: text("asOf") };
    return json<Answer>({ problems: read.problems, entered }, { status: 422 });
  }
  await answerTask({ shop, actor: LINK_ACTOR, key, facts: read.facts }, container.deps);
  return redirect("/exit");
}

export default function ExitTask() {
  const { task, asks, balance, today, currency, timeZone, ...guide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, note } = useTranslator();
  const problems = answer?.problems ?? [];
  const errorOf = (field: TaskProblem["field"]) => {
    const problem = problems.find((each) => each.field === field);
    return problem && t(problem.message, problem.values);
  };
  const shown = [...notesOf(task.open), ...(task.ending ? notesOf(task.ending.contracts) : [])];
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t(`close.task.${task.key}`)}</h1>
      <ExitProblems
        problems={problems.map(({ field, message, values }) => ({ field, text: t(message, values) }))}
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
          errors={{ amount: errorOf("amount"), asOf: errorOf("asOf"), threshold: errorOf("threshold") }}
        />
      ) : asks ? (
        <ExitToldForm task={task} />
      ) : null}
      <ExitTaskGuide task={task} {...guide} />
    </>
  );
}

export const meta = exitTitle<{ task: ClosingTask }>(({ task }, t) => t(`close.task.${task.key}`));
export const headers: HeadersFunction = () => PAGE_HEADERS;
