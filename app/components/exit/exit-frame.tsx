import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { isSaved, withoutSaved } from "#app/http/saved.ts";
import { spaced } from "#app/messages/close-up.ts";
import { languageLinks, languageName } from "./language-links.ts";

/** What stands around every page outside the admin: whose it is, the page in every other language, whose it is not. */
export function ExitFrame({ children }: { children: ReactNode }) {
  const { t, locale } = useTranslator();
  const { search } = useLocation();
  return (
    <>
      <header>
        <span>
          <b>{t("app.name")}</b> · {t("exit.independent")}
        </span>
        <details className="languages">
          <summary>{languageName(locale)}</summary>
          {languageLinks(locale, withoutSaved(search)).map((other) => (
            <a key={other.locale} href={other.href} lang={other.locale} hrefLang={other.locale}>
              {other.name}
            </a>
          ))}
        </details>
      </header>
      <main>
        {isSaved(search) ? (
          <p className="note" role="status">
            {t("common.saved")}
          </p>
        ) : null}
        {children}
      </main>
      <footer>
        {spaced(t("exit.notImpact"))}
        <span className="links">
          <a href="/support">{t("support.title")}</a> <a href="/privacy">{t("privacy.title")}</a>
        </span>
      </footer>
    </>
  );
}
