import { Banner } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LeastFee } from "#app/domain/index.ts";
import type { AccountKind } from "#app/ports/index.ts";

type Props = { kind?: AccountKind; minimum: LeastFee | null };

/** Said plainly wherever somebody may be about to leave; `minimum` is the account's own minimum fee when known. */
export function UninstallWarning({ kind = "brand", minimum }: Props) {
  const { t, money } = useTranslator();
  // Partners and agencies pay no monthly fee: nothing goes on costing.
  if (kind !== "brand")
    return (
      <Banner tone="info" title={t("kinds.uninstall.title")}>
        <p>{t("kinds.uninstall.body")}</p>
      </Banner>
    );
  return (
    <Banner tone="info" title={t("uninstallWarning.title")}>
      <p>
        {minimum
          ? t("uninstallWarning.body", {
              minimum: money(minimum.amount, minimum.currency),
              estimate: String(minimum.isEstimate),
            })
          : t("uninstallWarning.bodyPlain")}
      </p>
    </Banner>
  );
}
