import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AskAboutOutcome } from "#app/services/requests/ask-about.server.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";
import { deskLines } from "./desk-lines.ts";

type Desk = NonNullable<RequestView["desk"]>;
type Probe = NonNullable<RequestView["probe"]>;

/** What the help desk said last, with its age, and the way to ask again. An old answer is asked for on return. */
export function DeskCard({ desk, timeZone }: { desk: Desk; timeZone: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const fetcher = useFetcher<{ asked: AskAboutOutcome | null }>();
  const returned = useRef(false);
  const { stale } = desk;
  useEffect(() => {
    if (!stale || returned.current) return;
    returned.current = true;
    fetcher.submit({ ask: "desk-if-old" }, { method: "post" });
  });
  const busy = fetcher.state !== "idle";
  const clicked = fetcher.formData?.get("ask") === "desk";
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("status.desk.title")}
        </Text>
        <div role="status">
          {deskLines(desk, timeZone, translator).map((line) => (
            <Text key={line} as="p">
              {line}
            </Text>
          ))}
          {busy ? <Text as="p">{t("status.desk.asking")}</Text> : null}
          {!busy && fetcher.data?.asked ? (
            <Text as="p" fontWeight="semibold">
              {t(`receipt.askDesk.${fetcher.data.asked}`)}
            </Text>
          ) : null}
        </div>
        <Text as="p" tone="subdued">
          {t("status.desk.how")}
        </Text>
        <Button onClick={() => fetcher.submit({ ask: "desk" }, { method: "post" })} loading={busy && clicked}>
          {t("receipt.askDesk")}
        </Button>
      </BlockStack>
    </Card>
  );
}

/** Whether the key still works after the closing: a sign, and said to be no more. */
export function ProbeCard({ probe, timeZone }: { probe: Probe; timeZone: string }) {
  const { t, instant } = useTranslator();
  const { answer, answeredAt, failedAt, destroyed } = probe;
  const isProbe = answer === "answers" || answer === "refused";
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("status.probe.title")}
        </Text>
        <Text as="p">
          {isProbe && answeredAt
            ? t(`status.probe.${answer}`, { when: instant(answeredAt, timeZone) })
            : t("status.probe.never")}
        </Text>
        {destroyed ? <Text as="p">{t("status.probe.destroyed")}</Text> : null}
        {failedAt ? (
          <Text as="p">{t("status.probe.failed", { when: instant(failedAt, timeZone) })}</Text>
        ) : null}
        <Text as="p" tone="subdued">
          {t("status.probe.how")}
        </Text>
      </BlockStack>
    </Card>
  );
}
