import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useSyncExternalStore } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { type Held, heldAnswers, onHeldChange, tryHeldAgain } from "./held-answers.ts";

const NOTHING: readonly Held[] = [];

/** On top of the page while an answer is missing: what was saved, what was not, and the next try. */
export function HeldBanner({ apiKey }: { apiKey: string }) {
  const { t } = useTranslator();
  const held = useSyncExternalStore(onHeldChange, heldAnswers, () => NOTHING);
  if (held.length === 0) return null;
  const isSignedOut = held.some(({ lost }) => lost === "signed-out");
  const isWrite = held.some((each) => each.isWrite);
  const text = isSignedOut ? "held.signedOutText" : isWrite ? "held.writeText" : "held.readText";
  return (
    <div className="held">
      <Banner tone="critical" title={t(isSignedOut ? "problem.signedOut" : "held.title")}>
        <BlockStack gap="200">
          <Text as="p">{t(text)}</Text>
          <InlineStack gap="200">
            <Button onClick={tryHeldAgain}>{t("held.tryAgain")}</Button>
            {isSignedOut ? (
              <Button url={`shopify://admin/apps/${apiKey}`} target="_blank">
                {t("held.signIn")}
              </Button>
            ) : null}
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
