import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WholeReference } from "#app/components/page/whole-reference.tsx";
import type { RequestState } from "#app/domain/index.ts";

type Props = {
  reference: string;
  state: RequestState;
  /** False of a closing that only the merchant's word says. */
  isProved?: boolean;
};

/** The closing request that is under way, wherever the merchant looks first. */
export function RequestCard({ reference, state, isProved = true }: Props) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          <WholeReference text={t("home.request", { reference })} />
        </Text>
        <Text as="p">
          {t(state === "closed" && !isProved ? "request.badge.closed-told" : `home.requestState.${state}`)}
        </Text>
        <Button url={`/app/close/requests/${reference}`}>{t("home.requestLink")}</Button>
      </BlockStack>
    </Card>
  );
}
