import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import type { AccountKind } from "#app/ports/index.ts";
import { useTranslator } from "./translator.tsx";

/** Stands in the place of fees for accounts that pay none; nothing for a brand's. */
export function NoFee({ kind }: { kind: AccountKind }) {
  const { t } = useTranslator();
  if (kind === "brand") return null;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t(`kinds.noFee.${kind}`)}</Text>
        <Button url="/app">{t("kinds.home.link")}</Button>
      </BlockStack>
    </Card>
  );
}
