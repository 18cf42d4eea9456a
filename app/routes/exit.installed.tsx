import type { HeadersFunction } from "@remix-run/node";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAGE_HEADERS } from "#app/http/visitor.server.ts";

/** Where an old link leads once the app is installed again. It says the same to everybody and nothing of any store. */
export default function ExitInstalled() {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("links.installed")}</h1>
      <p role="status">{t("links.installedBody")}</p>
      <p className="actions">
        <a className="button" href="https://admin.shopify.com">
          {t("links.installedGo")}
        </a>
      </p>
    </>
  );
}

export const meta = exitTitle("links.installed");
export const headers: HeadersFunction = () => PAGE_HEADERS;
