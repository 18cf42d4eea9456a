import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { DraftView } from "#app/services/drafts/show-draft.server.ts";

/** Where somebody of the team left off, with who and when. */
export function DraftCard({ saved, timeZone }: { saved: DraftView["saved"]; timeZone: string }) {
  const { t, instant } = useTranslator();
  if (saved === null) return null;
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("draft.waiting")}
        </Text>
        <Text as="p">{t("draft.saved", { by: saved.by, when: instant(saved.at, timeZone) })}</Text>
        <Button url="/app/close/review">{t("draft.goOn")}</Button>
      </BlockStack>
    </Card>
  );
}
