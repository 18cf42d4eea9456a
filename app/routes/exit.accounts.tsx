import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnotherCode, codeProblems, ExitCodeStep } from "#app/components/exit/exit-code-step.tsx";
import { ExitField } from "#app/components/exit/exit-field.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { CodeProblem } from "#app/http/exit-code-problem.ts";
import { isCodeProblem, readCodeField } from "#app/http/read-code-field.ts";
import { type DetailsProblem, readDetailsForm } from "#app/http/read-details-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { saveFactsByLink } from "#app/services/exit/save-facts-by-link.server.ts";
import { showExitCode } from "#app/services/exit/show-exit-code.server.ts";
import { showNamedAccounts } from "#app/services/exit/show-named-accounts.server.ts";

type Answer = { problem: DetailsProblem | null; code: CodeProblem | null; entered: string };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const named = await showNamedAccounts(visitor, container.deps);
  if (!named) throw new Response(null, { status: 404 });
  if (named.fields === "none") throw redirect("/exit", { headers: PAGE_HEADERS });
  return { ...named, code: await showExitCode(visitor, container.deps) };
}

/** A form without the field, as no page of ours sends it, takes no account away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await requireVisitor(request, context);
  const named = await showNamedAccounts(visitor, container.deps);
  if (!named) throw new Response(null, { status: 404 });
  const data = await readForm(request);
  if (named.fields === "none" || !data.has("accounts")) return redirect("/exit");
  const read = readDetailsForm(data, named.fields);
  const entered = String(data.get("accounts"));
  if (read.outcome === "rejected")
    return json<Answer>({ problem: read.problem, code: null, entered }, { status: 422 });
  const saved = await saveFactsByLink(
    { ...visitor, code: readCodeField(data), facts: read.facts },
    container.deps,
  );
  if (isCodeProblem(saved)) return json<Answer>({ problem: null, code: saved, entered }, { status: 422 });
  return redirect(savedAt("/exit"));
}

export default function ExitAccounts() {
  const { fields, connected, accounts, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const many = fields === "many";
  const error = answer?.problem ? t(answer.problem.message, answer.problem.values) : undefined;
  const asked = { code, problem: answer?.code ?? null };
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("details.title")}</h1>
      <ExitProblems problems={[...(error ? [error] : []), ...codeProblems(asked, t)]} />
      {connected ? <p>{t("details.connected", { sid: connected })}</p> : null}
      <form method="post">
        <ExitField
          name="accounts"
          label={t(many ? "details.accountMany" : "details.accountOne")}
          help={t(many ? "details.accountManyHelp" : "details.accountOneHelp")}
          value={answer?.entered ?? accounts}
          long={many}
          error={error}
        />
        <ExitCodeStep {...asked} />
        <p className="actions">
          <button type="submit" className="button">
            {t("common.save")}
          </button>
          <AnotherCode {...asked} />
        </p>
      </form>
    </>
  );
}

export const meta = exitTitle("details.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
