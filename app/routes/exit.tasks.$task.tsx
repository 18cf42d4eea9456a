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
import { useTranslator } from "#app/components/page/translator.tsx";
import { readTaskForm, type TaskProblem } from "#app/http/read-task-form.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";
import { LINK_ACTOR } from "#app/services/drafts/show-draft.server.ts";

const FIELDS = ["amount", "threshold", "way"] as const;
const NOTHING = { amount: "", threshold: "", way: null };
type Answer = { problems: TaskProblem[]; entered: Record<(typeof FIELDS)[number] | "asOf", string> };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const shown = await showTask({ shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const { view, outcome: _outcome, ...task } = shown;
  return { ...task, today: view.today.toString(), currency: view.currency, timeZone: view.timeZone };
}

/** An answer is a choice or an amount; a form sent unread, or as it came, as mail scanners do, changes nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const shown = await showTask({ shop, key: params.task ?? "" }, container.deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const data = await request.formData();
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const entered = {
    amount: text("amount"),
    threshold: text("threshold"),
    way: text("way"),
    asOf: text("asOf"),
  };
  const { task, balance, view } = shown;
  const read = readTaskForm(data, task.key, view);
  if (read.outcome === "rejected") return json<Answer>({ problems: read.problems, entered }, { status: 422 });
  const isSaid =
    task.key === "partner-balance"
      ? [balance, NOTHING].some((known) => FIELDS.every((field) => entered[field] === (known[field] ?? "")))
      : task.evidence === "told" && task.status === text("told");
  if (!isSaid) await saveFacts({ shop, actor: LINK_ACTOR, facts: read.facts }, container.deps);
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
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t(`close.task.${task.key}`)}</h1>
      <ExitProblems problems={problems.map(({ message, values }) => t(message, values))} />
      <p>
        <strong>
          <ExitTaskStatus task={task} timeZone={timeZone} />
        </strong>
      </p>
      {task.open.length > 0 ? (
        <ul>
          {task.open.map((each) => (
            <li key={`${each.id}${JSON.stringify(each.values)}`}>
              <bdi>{note(each)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {task.key === "partner-balance" ? (
        <ExitBalanceForm
          balance={{ ...balance, ...(answer?.entered ?? { asOf: today }) }}
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

export const headers: HeadersFunction = () => PAGE_HEADERS;
