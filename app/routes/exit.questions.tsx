import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { questionsOn, WAYS_BACK } from "#app/components/route/questions.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { impactLink, REACTIVATION } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const closing = await showClosing({ shop }, container.deps);
  return {
    route: closing?.closingPath.route ?? "starter-ticket",
    supportUrl: impactLink("support", container.deps.settings.impactAppUrl),
  };
}

export default function ExitQuestions() {
  const { route, supportUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("questions.title")}</h1>
      {questionsOn(route).map(({ title, answer }) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          <p>{t(answer)}</p>
        </section>
      ))}
      <h2>{t("questions.back")}</h2>
      {WAYS_BACK.map((returnTo) => (
        <p key={returnTo}>{t(returnTo)}</p>
      ))}
      <p className="actions">
        <a href={supportUrl}>{t("receipt.byHand.link")}</a>
        <a href={REACTIVATION.page}>{t("questions.back.page")}</a>
        <a href={`mailto:${REACTIVATION.email}`}>{REACTIVATION.email}</a>
      </p>
    </>
  );
}

export const meta = exitTitle("questions.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
