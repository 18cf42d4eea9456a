import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitField } from "#app/components/exit/exit-field.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { type DetailsProblem, readDetailsForm } from "#app/http/read-details-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showNamedAccounts } from "#app/services/exit/show-named-accounts.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

type Answer = { problem: DetailsProblem; entered: string };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const named = await showNamedAccounts({ shop }, container.deps);
  if (!named) throw new Response(null, { status: 404 });
  if (named.fields === "none") throw redirect("/exit", { headers: PAGE_HEADERS });
  return named;
}

/** A form without the field, as no page of ours sends it, takes no account away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const named = await showNamedAccounts({ shop }, container.deps);
  if (!named) throw new Response(null, { status: 404 });
  const data = await readForm(request);
  if (named.fields === "none" || !data.has("accounts")) return redirect("/exit");
  const read = readDetailsForm(data, named.fields);
  if (read.outcome === "rejected")
    return json<Answer>({ problem: read.problem, entered: String(data.get("accounts")) }, { status: 422 });
  await saveFacts({ shop, actor: LINK_ACTOR, facts: read.facts }, container.deps);
  return redirect("/exit");
}

export default function ExitAccounts() {
  const { fields, connected, accounts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslator();
  const many = fields === "many";
  const error = answer && t(answer.problem.message, answer.problem.values);
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("details.title")}</h1>
      <ExitProblems problems={error ? [error] : []} />
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
        <p className="actions">
          <button type="submit" className="button">
            {t("common.save")}
          </button>
        </p>
      </form>
    </>
  );
}

export const meta = exitTitle("details.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
