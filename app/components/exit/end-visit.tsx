import { useTranslator } from "#app/components/page/translator.tsx";

/** Below every page that shows something of a store: the way out for a machine others use too. */
export function EndVisit() {
  const { t } = useTranslator();
  return (
    <form method="post" action="/exit/end" className="actions">
      <button type="submit" className="button plain">
        {t("links.end")}
      </button>
      <span className="help">{t("links.endHelp")}</span>
    </form>
  );
}
