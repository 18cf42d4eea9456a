import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FactsValues, initialFacts } from "#app/components/account/facts-values.ts";
import { codeProblems } from "#app/components/exit/exit-code-step.tsx";
import { ExitFactsForm } from "#app/components/exit/exit-facts-form.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { type FactsField, type FactsProblem, readFactsForm } from "#app/http/read-facts-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { saveFactsByLink } from "#app/services/exit/save-facts-by-link.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { showKeyFacts } from "#app/services/exit/show-key-facts.server.ts";

type Answer = {
  problems: FactsProblem[];
  code: CodeProblem | null;
  entered: Partial<Record<keyof FactsValues, string>>;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const known = await showKeyFacts(visitor, container.deps);
  if (!known) throw redirect("/exit", { headers: PAGE_HEADERS });
  const { facts, currency, today, checkedCurrency, lastStatedAt, timeZone } = known;
  const values = initialFacts(facts, currency, today.toString());
  const code = await showExitCode(visitor, container.deps);
  return { checkedCurrency, lastStatedAt, timeZone, values, code };
}

/** The form of Setup with its rules. A form sent unread, or as it came, as mail scanners do, changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const known = await showKeyFacts(visitor, container.deps);
  const data = await readForm(request);
  if (!known || !data.has("signedUpOn")) return redirect("/exit");
  const { today, currency, checkedCurrency } = known;
  const read = readFactsForm(data, { today, currency, connected: checkedCurrency !== null });
  const entered = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
  if (read.outcome === "rejected")
    return json<Answer>({ problems: read.problems, code: null, entered }, { status: 422 });
  const saved = await saveFactsByLink(
    { ...visitor, code: readCodeField(data), facts: read.facts },
    container.deps,
  );
  if (isCodeProblem(saved)) return json<Answer>({ problems: [], code: saved, entered }, { status: 422 });
  return redirect(savedAt("/exit"));
}

export default function ExitFacts() {
  const { checkedCurrency, values, lastStatedAt, timeZone, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, instant } = useTranslator();
  const problems = (answer?.problems ?? []).map(({ field, message, values: given }) => ({
    field,
    text: t(message, given),
  }));
  const asked = { code, problem: answer?.code ?? null };
  const errorOf = (field: FactsField) => problems.find((each) => each.field === field)?.text;
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("setup.facts")}</h1>
      <ExitProblems problems={[...problems, ...codeProblems(asked, t)]} />
      <p>{t("setup.factsHelp")}</p>
      {lastStatedAt ? (
        <p className="soft">{t("provenance.told", { when: instant(lastStatedAt, timeZone) })}</p>
      ) : null}
      <ExitFactsForm values={{ ...values, ...answer?.entered }} {...{ checkedCurrency, errorOf, asked }} />
    </>
  );
}

export const meta = exitTitle("setup.facts");
export const headers: HeadersFunction = () => PAGE_HEADERS;
