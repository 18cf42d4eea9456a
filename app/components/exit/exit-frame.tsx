import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";

/** What stands around every page outside the admin: whose it is, the same page in the other language, whose it is not. */
export function ExitFrame({ children }: { children: ReactNode }) {
  const { t, locale } = useTranslator();
  const other = locale === "en" ? "zh-CN" : "en";
  const query = new URLSearchParams(useLocation().search);
  query.set("locale", other);
  return (
    <>
      <header>
        <span>{t("app.name")}</span>
        <a href={`?${query}`} lang={other} hrefLang={other}>
          {t("exit.language")}
        </a>
      </header>
      <main>{children}</main>
      <footer>{t("exit.notImpact")}</footer>
    </>
  );
}
