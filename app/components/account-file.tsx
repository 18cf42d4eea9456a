import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslator } from "./translator.tsx";

type AccountFile = { text: string };

/** Fetches the account's file when asked for and saves it: the page itself shows sums and holds no single action. */
export function AccountFileCard() {
  const { t } = useTranslator();
  const fetcher = useFetcher<AccountFile>();
  const file = fetcher.data;
  useEffect(() => {
    if (file) save(file);
  }, [file]);
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="p" tone="subdued">
          {t("ledger.exportHelp")}
        </Text>
        <Button loading={fetcher.state !== "idle"} onClick={() => fetcher.load("/app/ledger/file")}>
          {t("ledger.export")}
        </Button>
      </BlockStack>
    </Card>
  );
}

function save({ text }: AccountFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "account-file.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
