import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { QUESTIONS, WAYS_BACK } from "#app/components/route/questions.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { impactLink, REACTIVATION } from "#app/services/closing/impact-links.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  await requireVisitor(request, container);
  return { supportUrl: impactLink("support", container.deps.settings.impactAppUrl) };
}

export default function ExitQuestions() {
  const { supportUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("questions.title")}</h1>
      {QUESTIONS.map((question) => (
        <section key={question}>
          <h2>{t(`questions.${question}`)}</h2>
          <p>{t(`questions.${question}.answer`)}</p>
        </section>
      ))}
      <h2>{t("questions.back")}</h2>
      {WAYS_BACK.map((way) => (
        <p key={way}>{t(way)}</p>
      ))}
      <p className="actions">
        <a href={supportUrl}>{t("receipt.byHand.link")}</a>
        <a href={REACTIVATION.page}>{t("questions.back.page")}</a>
        <a href={`mailto:${REACTIVATION.email}`}>{REACTIVATION.email}</a>
      </p>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
