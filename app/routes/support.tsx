import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OperatorLines } from "#app/components/public/operator-lines.tsx";
import { PublicFrame, publicTitle } from "#app/components/public/public-page.tsx";
import { publicPage } from "#app/http/public-page.server.ts";
import styles from "#app/styles/exit.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = publicTitle("support.title");

export const loader = (args: LoaderFunctionArgs) => publicPage(args);

const QUESTIONS = ["close", "figures", "link", "emails"] as const;

export default function Support() {
  const page = useLoaderData<typeof loader>();
  return (
    <PublicFrame page={page}>
      <SupportText operator={page.operator} />
    </PublicFrame>
  );
}

function SupportText({ operator }: Pick<ReturnType<typeof publicPage>, "operator">) {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("support.title")}</h1>
      <p className="lead">{t("support.lead")}</p>
      <OperatorLines operator={operator} />
      <p>{t("support.secret")}</p>
      {QUESTIONS.map((question) => (
        <section key={question}>
          <h2>{t(`support.${question}.title`)}</h2>
          <p>{t(`support.${question}.text`)}</p>
        </section>
      ))}
      <p className="links">
        <a href="/exit/link">{t("support.newLink")}</a>
        <a href="/privacy">{t("privacy.title")}</a>
      </p>
    </>
  );
}
