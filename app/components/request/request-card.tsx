import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestState } from "#app/domain/index.ts";

type Props = { reference: string; state: RequestState };

/** The closing request that is under way, wherever the merchant looks first. */
export function RequestCard({ reference, state }: Props) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("home.request", { reference })}
        </Text>
        <Text as="p">{t(`home.requestState.${state}`)}</Text>
        <Button url={`/app/close/requests/${reference}`}>{t("home.requestLink")}</Button>
      </BlockStack>
    </Card>
  );
}
