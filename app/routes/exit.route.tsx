import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { ExitRouteForm } from "#app/components/exit/exit-route-form.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { answerPath, readRouteAnswers } from "#app/services/closing/answer-path.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const status = await showExit({ shop }, container.deps);
  if (!status) throw new Response(null, { status: 404 });
  return { kind: status.way.kind, told: status.told };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const data = await readForm(request);
  const answers = readRouteAnswers((name) => String(data.get(name) ?? ""));
  const answered = await answerPath({ shop, actor: LINK_ACTOR, ...answers }, container.deps);
  if (answered.outcome !== "saved") return json({ unanswered: true }, { status: 422 });
  return redirect("/exit");
}

export default function ExitRoute() {
  const { kind, told } = useLoaderData<typeof loader>();
  const unanswered = useActionData<typeof action>()?.unanswered ?? false;
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("route.title")}</h1>
      <ExitProblems problems={unanswered ? [t("route.error.choose")] : []} />
      <ExitRouteForm kind={kind} told={told} />
    </>
  );
}

export const meta = exitTitle("route.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
