import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OperatorLines } from "#app/components/public/operator-lines.tsx";
import { PublicFrame, publicTitle } from "#app/components/public/public-page.tsx";
import { publicPage } from "#app/http/public-page.server.ts";
import styles from "#app/styles/exit.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = publicTitle("privacy.title");

export const loader = (args: LoaderFunctionArgs) => publicPage(args);

/** What each part says, in the order in which people ask. docs/privacy.md has every table. */
const PARTS = ["stores", "not", "why", "who", "long", "rights"] as const;

export default function Privacy() {
  const page = useLoaderData<typeof loader>();
  return (
    <PublicFrame page={page}>
      <PrivacyText operator={page.operator} />
    </PublicFrame>
  );
}

function PrivacyText({ operator }: Pick<ReturnType<typeof publicPage>, "operator">) {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("privacy.title")}</h1>
      <p className="lead">{t("privacy.lead")}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`privacy.${part}.title`)}</h2>
          <p>{t(`privacy.${part}.text`)}</p>
        </section>
      ))}
      <h2>{t("public.operator")}</h2>
      <OperatorLines operator={operator} />
      <p>
        <a href="/support">{t("support.title")}</a>
      </p>
    </>
  );
}
