import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Translator } from "#app/messages/translator.ts";
import type { KnownClosing } from "#app/services/account/unfinished-request.server.ts";

/** In the place of figures to come: that the account is closed, and by whose word. */
export function ClosingKnown({ closing }: { closing: KnownClosing | null }) {
  const { t } = useTranslator();
  if (!closing) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="p">{closingText(closing, t)}</Text>
        <Text as="p">{t("figures.closed")}</Text>
      </BlockStack>
    </Card>
  );
}

function closingText({ isNoted, isProved, isOpen }: KnownClosing, t: Translator["t"]): string {
  if (!isNoted) return t("close.verdictClosed");
  if (isOpen) return t(isProved ? "home.toldClosedOpen" : "home.notedClosedOpen");
  return t("close.verdictNoted", { proved: String(isProved) });
}
