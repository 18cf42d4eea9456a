import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitChoice } from "#app/components/exit/exit-choice.tsx";
import { AnotherCode, codeProblems, ExitCodeStep } from "#app/components/exit/exit-code-step.tsx";
import { ExitField } from "#app/components/exit/exit-field.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WITH_NUMBER } from "#app/components/request/moves-with-number.ts";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { moveProblemText } from "#app/http/move-problem-text.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readMoveForm } from "#app/http/read-move-form.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { noteByLink } from "#app/services/exit/note-by-link.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import type { MoveOutcome } from "#app/services/requests/save-move.server.ts";
import { openReference, showRequest } from "#app/services/requests/show-request.server.ts";

const FIELDS = ["ticketNumber", "proof", "statement"] as const;
type Answer = {
  problem: MoveOutcome | { outcome: "choose" } | null;
  code: CodeProblem | null;
  trigger: string | null;
  entered: Partial<Record<(typeof FIELDS)[number], string>>;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context.container;
  const visitor = await requireVisitor(request, context);
  const { shop } = visitor;
  const open = await openReference({ shop }, deps);
  const shown = open === null ? null : await showRequest({ shop, reference: open }, deps);
  if (!shown || shown.moves.length === 0) throw redirect("/exit", { headers: PAGE_HEADERS });
  const { reference, moves, events, texts } = shown;
  const code = await showExitCode(visitor, deps);
  return { reference, moves, seen: events.length, withdrawText: texts.withdraw, code };
}

/** Nothing is sent to impact.com here: it is written down. Without a choice nothing is; the form twice is one row. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context.container;
  const visitor = await requireVisitor(request, context);
  const data = await readForm(request);
  const reference = String(data.get("reference") ?? "");
  const { trigger, ...stated } = readMoveForm(data);
  const moved = trigger
    ? await noteByLink(
        { ...visitor, code: readCodeField(data), move: { reference, trigger, ...stated } },
        deps,
      )
    : { outcome: "choose" as const };
  if (moved.outcome === "unknown-request") return redirect("/exit");
  if (moved.outcome === "recorded")
    return redirect(savedAt(`/exit/request?reference=${encodeURIComponent(reference)}`));
  const said = isCodeProblem(moved) ? { problem: null, code: moved } : { problem: moved, code: null };
  return json<Answer>({ ...said, trigger, entered: stated.evidence }, { status: 422 });
}

export default function ExitNote() {
  const { reference, moves, seen, withdrawText, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const asked = { code, problem: answer?.code ?? null };
  const problem = answer?.problem ? [moveProblemText(answer.problem, t)] : [];
  const fields = FIELDS.filter(
    (field) => field !== "ticketNumber" || moves.some((each) => WITH_NUMBER.has(each)),
  );
  const help = { ticketNumber: undefined, proof: t("move.proofHelp"), statement: t("move.statementHelp") };
  return (
    <>
      <p>
        <a href="/exit/request">{t("exit.back")}</a>
      </p>
      <h1>{t("exit.note")}</h1>
      <ExitProblems problems={[...problem, ...codeProblems(asked, t)]} />
      <form method="post">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="seen" value={seen} />
        <ExitChoice
          name="trigger"
          title={t("move.title")}
          help={t("move.help")}
          options={moves.map((move) => ({ value: move, label: t(`move.${move}`) }))}
          chosen={answer?.trigger ?? null}
        />
        {fields.map((field) => (
          <ExitField
            key={field}
            name={field}
            label={t(`move.${field}`)}
            help={help[field]}
            value={answer?.entered[field] ?? ""}
            long={field !== "ticketNumber"}
          />
        ))}
        <ExitCodeStep {...asked} />
        <p className="actions">
          <button type="submit" className="button">
            {t("move.submit")}
          </button>
          <AnotherCode {...asked} />
        </p>
      </form>
      {withdrawText && moves.includes("told-withdrawn") ? (
        <>
          <h2 id="withdraw">{t("status.withdrawText")}</h2>
          <pre lang="en">{withdrawText}</pre>
        </>
      ) : null}
    </>
  );
}

export const meta = exitTitle("exit.note");
export const headers: HeadersFunction = () => PAGE_HEADERS;
