import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FactsValues, initialFacts } from "#app/components/account/facts-values.ts";
import { ExitFactsForm } from "#app/components/exit/exit-facts-form.tsx";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { type FactsField, type FactsProblem, readFactsForm } from "#app/http/read-facts-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showKeyFacts } from "#app/services/exit/show-key-facts.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

type Answer = { problems: FactsProblem[]; entered: Partial<Record<keyof FactsValues, string>> };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const known = await showKeyFacts({ shop }, container.deps);
  if (!known) throw redirect("/exit", { headers: PAGE_HEADERS });
  const { facts, currency, today, checkedCurrency, toldAt, timeZone } = known;
  return { checkedCurrency, toldAt, timeZone, values: initialFacts(facts, currency, today.toString()) };
}

/** The form of Setup with its rules. A form sent unread, or as it came, as mail scanners do, changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const known = await showKeyFacts({ shop }, container.deps);
  const data = await readForm(request);
  if (!known || !data.has("signedUpOn")) return redirect("/exit");
  const { today, currency, checkedCurrency } = known;
  const read = readFactsForm(data, { today, currency, connected: checkedCurrency !== null });
  if (read.outcome === "rejected") {
    const entered = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    return json<Answer>({ problems: read.problems, entered }, { status: 422 });
  }
  await saveFacts({ shop, actor: LINK_ACTOR, facts: read.facts }, container.deps);
  return redirect("/exit");
}

export default function ExitFacts() {
  const { checkedCurrency, values, toldAt, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, instant } = useTranslator();
  const problems = (answer?.problems ?? []).map(({ field, message, values: given }) => ({
    field,
    text: t(message, given),
  }));
  const errorOf = (field: FactsField) => problems.find((each) => each.field === field)?.text;
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("setup.facts")}</h1>
      <ExitProblems problems={problems} />
      <p>{t("setup.factsHelp")}</p>
      {toldAt ? <p className="soft">{t("provenance.told", { when: instant(toldAt, timeZone) })}</p> : null}
      <ExitFactsForm values={{ ...values, ...answer?.entered }} {...{ checkedCurrency, errorOf }} />
    </>
  );
}

export const meta = exitTitle("setup.facts");
export const headers: HeadersFunction = () => PAGE_HEADERS;
