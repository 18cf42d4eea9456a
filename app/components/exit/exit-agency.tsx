import { useTranslator } from "#app/components/page/translator.tsx";
import { ExitManual } from "./exit-manual.tsx";

/** An agency's own account pays no fee and is closed by no request; each of its brands is closed in its own account. */
export function ExitAgency() {
  const { t } = useTranslator();
  return (
    <>
      <p className="lead">
        <strong>{t("exit.goesOn")}</strong>
      </p>
      <h2>{t("agency.close.own")}</h2>
      <p>{t("agency.close.ownText")}</p>
      <h2>{t("agency.close.brand")}</h2>
      <ExitManual />
    </>
  );
}
