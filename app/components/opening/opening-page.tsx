import { useLoaderData } from "@remix-run/react";
import { ExitFrame } from "#app/components/exit/exit-frame.tsx";
import { TranslatorProvider, useTranslator } from "#app/components/page/translator.tsx";
import type { openingAnswer } from "#app/http/opening.server.ts";
import { spaced } from "#app/messages/close-up.ts";

/** For whoever comes without a store, or without its admin: where Settled is opened. A plain page without a form. */
export function OpeningPage() {
  const { locale, adminUrl } = useLoaderData<typeof openingAnswer>();
  return (
    <TranslatorProvider locale={locale}>
      <ExitFrame>
        <Opening adminUrl={adminUrl} />
      </ExitFrame>
    </TranslatorProvider>
  );
}

function Opening({ adminUrl }: { adminUrl: string }) {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("opening.title")}</h1>
      <p className="lead">{t("opening.where")}</p>
      <p className="actions">
        <a className="button" href={adminUrl} target="_top">
          {t("opening.go")}
        </a>
      </p>
      <p>
        {spaced(t("opening.removed"))}
        <a href="/exit/link">{t("opening.link")}</a>
      </p>
    </>
  );
}
