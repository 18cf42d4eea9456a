import { Banner } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { SuppressionReason } from "#app/ports/index.ts";

/** Says that the address on file refuses our mail: a warning nobody gets must not look like one. */
export function MailSuppressed({
  email,
  reason,
}: {
  email: string | null;
  reason: SuppressionReason | null;
}) {
  const { t } = useTranslator();
  if (email === null || reason === null) return null;
  return (
    <Banner tone="critical" title={t("suppressed.title")}>
      <p>{t(`suppressed.${reason}`, { email })}</p>
    </Banner>
  );
}
