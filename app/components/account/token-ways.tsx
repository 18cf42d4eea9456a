import { Button, InlineStack } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ReadFailure } from "#app/ports/index.ts";

/** Whether a new token would put this right. */
export const isAboutToken = ({ outcome }: ReadFailure): boolean =>
  outcome === "unauthorized" || outcome === "forbidden";

/** Beside a token that is refused or reads too little: another one, or none. */
export function TokenWays() {
  const { t } = useTranslator();
  return (
    <InlineStack gap="200">
      <Button url="/app/setup/connect">{t("failure.newToken")}</Button>
      <Button url="/app/setup">{t("failure.withoutToken")}</Button>
    </InlineStack>
  );
}
