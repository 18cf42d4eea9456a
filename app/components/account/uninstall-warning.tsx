import { Banner } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { AccountKind } from "#app/ports/index.ts";

type Props = { kind?: AccountKind; staying: StandingReport["staying"] | null; currency: string };

/** Said plainly wherever somebody may be about to leave; `staying` is what the account goes on costing, when known (D3). */
export function UninstallWarning({ kind = "brand", staying, currency }: Props) {
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
        {staying
          ? t("uninstallWarning.body", {
              minimum: money(staying.minimum.perMonth, currency),
              bound: staying.minimum.bound,
            })
          : t("uninstallWarning.bodyPlain")}
      </p>
      {staying?.lastMonths ? (
        <p>{t("before.goesOn.lastMonths", { amount: money(staying.lastMonths.perMonth, currency) })}</p>
      ) : null}
    </Banner>
  );
}
