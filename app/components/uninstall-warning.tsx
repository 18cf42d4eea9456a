import { Banner } from "@shopify/polaris";
import { useTranslator } from "./translator.tsx";

/** Said plainly wherever somebody may be about to leave; `minimum` is the account's own minimum fee when known. */
export function UninstallWarning({ minimum }: { minimum: { amount: string; currency: string } | null }) {
  const { t, money } = useTranslator();
  return (
    <Banner tone="info" title={t("uninstallWarning.title")}>
      <p>
        {minimum
          ? t("uninstallWarning.body", { minimum: money(minimum.amount, minimum.currency) })
          : t("uninstallWarning.bodyPlain")}
      </p>
    </Banner>
  );
}
