import { Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

const ROWS = ["earned", "large", "small", "idle", "after"] as const;

/** What becomes of a partner's money, which nobody else's list says (D20, D24, H29, H52). */
export function PartnerMoney() {
  const { t } = useTranslator();
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t("closing.partner.money")}
      </Text>
      <dl className="pairs">
        {ROWS.map((row) => (
          <div key={row}>
            <dt>{t(`closing.partner.${row}`)}</dt>
            <dd>
              <b>{t(`closing.partner.${row}.what`)}</b>
              <span className="cell-note">{t(`closing.partner.${row}.why`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
