import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = {
  title: string;
  /** What is known of the brand, before its steps. */
  about?: string;
  /** The step after the brand's own token is connected. */
  last: string;
  connect: string;
};

/** How a brand of an agency is closed: by that brand's own token, each closing request names one account (D21). */
export function AgencySteps({ title, about, last, connect }: Props) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {about ? <Text as="p">{about}</Text> : null}
        <List type="number">
          <List.Item>{t("agency.close.brand1")}</List.Item>
          <List.Item>{t("agency.close.brand2")}</List.Item>
          <List.Item>{last}</List.Item>
        </List>
        <Text as="p">{t("agency.close.without")}</Text>
        <InlineStack gap="300">
          <Button variant="primary" url="/app/setup/connect">
            {connect}
          </Button>
          <Button url="/app/setup">{t("agency.close.disconnect")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
