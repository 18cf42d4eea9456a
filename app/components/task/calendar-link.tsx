import { BlockStack, Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";

/** Saves the earliest closing date as a calendar file; a plain link would carry no session token. */
export function CalendarLink() {
  const { t, locale } = useTranslator();
  const [failed, setFailed] = useState(false);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Button variant="plain" onClick={async () => setFailed(!(await save(locale)))}>
        {t("calendar.link")}
      </Button>
      <div role="status">{failed ? <Text as="p">{t("calendar.failed")}</Text> : null}</div>
    </BlockStack>
  );
}

async function save(locale: string): Promise<boolean> {
  const response = await fetch(`/app/close/calendar.ics?locale=${locale}`).catch(() => null);
  if (!response?.ok) return false;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "closing-date.ics";
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}
