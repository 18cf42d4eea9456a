import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = { stoppedAt: string | null; timeZone: string };

/** Whether Settled writes by itself, and the button for the other way: a link in a mail may have been pressed by anybody. */
export function MailSwitch({ stoppedAt, timeZone }: Props) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher();
  const send = (intent: "stop-mail" | "resume-mail") =>
    fetcher.submit({ intent }, { method: "post", action: "/app/setup" });
  const busy = fetcher.state !== "idle";
  if (stoppedAt !== null)
    return (
      <BlockStack gap="200">
        <Text as="p" fontWeight="semibold">
          {t("mailswitch.stopped", { when: instant(stoppedAt, timeZone) })}
        </Text>
        <InlineStack>
          <Button loading={busy} onClick={() => send("resume-mail")}>
            {t("mailswitch.resume")}
          </Button>
        </InlineStack>
      </BlockStack>
    );
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {t("mailswitch.on")}
      </Text>
      <InlineStack>
        <Button loading={busy} onClick={() => send("stop-mail")}>
          {t("mailswitch.stop")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
