import { BlockStack, Button, Text } from "@shopify/polaris";
import { Figure } from "#app/components/account/figure.tsx";
import { checkedApart } from "#app/components/account/provenance.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PartnerPage } from "#app/http/account-kinds-view.server.ts";

type Props = { partner: PartnerPage; currency: string; timeZone: string; saidAt?: string | null };

/** A partner's balance, as far as it was told, and how impact.com says it is paid out. */
export function PartnerPayout(props: Props) {
  const { partner, currency, timeZone } = props;
  const { t, money, date } = useTranslator();
  const { balance, balanceStatedAt, belowPayout } = partner;
  return (
    <BlockStack gap="400" inlineAlign="start">
      <Figure
        label={t("partner.balance")}
        value={balance ? money(balance.amount, currency) : t("common.unknown")}
        provenance={balanceStatedAt ? { kind: "told", at: balanceStatedAt, timeZone } : { kind: "unknown" }}
        figure={null}
        detail={balance ? t("partner.balanceOn", { on: date(balance.asOf) }) : t("partner.balanceUnknown")}
      />
      {belowPayout ? <Text as="p">{t("partner.balanceSmall")}</Text> : null}
      <Button url="/app/setup">{t("partner.balanceTell")}</Button>
      <Payout {...props} />
    </BlockStack>
  );
}

function Payout({ partner: { withdrawal }, currency, timeZone, saidAt }: Props) {
  const { t, money } = useTranslator();
  const text = () => {
    if (!withdrawal.value) return t("common.unknown");
    const { settings } = withdrawal.value;
    if (!settings) return t("partner.payout.none");
    const { method, schedule, threshold, day } = settings;
    if (schedule === "BALANCE_THRESHOLD" && threshold)
      return t("partner.payout.threshold", { method, amount: money(threshold, currency) });
    if (schedule === "FIXED_DAY" && day) return t("partner.payout.day", { method, day });
    return t("partner.payout.unknown", { method });
  };
  return (
    <Figure
      label={t("partner.payout")}
      value={text()}
      provenance={checkedApart(withdrawal.at, { timeZone, saidAt })}
      figure={null}
    />
  );
}
