import { Link } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = { recipient: string; contactEmail: string | null };

/** Where the text goes, and where impact.com's answer comes. */
export function RequestWays({ recipient, contactEmail }: Props) {
  const { t } = useTranslator();
  return (
    <dl className="request-ways">
      <dt>{t("review.to")}</dt>
      <dd>
        <bdi>{recipient}</bdi>
      </dd>
      <dt>{t("review.answerTo")}</dt>
      <dd>
        {contactEmail ? <bdi>{contactEmail}</bdi> : t("common.unknown")}{" "}
        <Link
          url="/app/setup?back=review"
          accessibilityLabel={`${t("common.edit")}: ${t("review.answerTo")}`}
        >
          {t("common.edit")}
        </Link>
      </dd>
    </dl>
  );
}
