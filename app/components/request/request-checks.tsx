import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/closing/show-request.server.ts";
import type { AskDeskOutcome } from "#app/services/tickets/ask-desk.server.ts";

type Desk = NonNullable<RequestView["desk"]>;
type Probe = NonNullable<RequestView["probe"]>;

/** What the help desk said last, with its age, and the way to ask again. An old answer is asked for on return. */
export function DeskCard({ desk, timeZone }: { desk: Desk; timeZone: string }) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher<{ asked: AskDeskOutcome | null }>();
  const returned = useRef(false);
  const { stale } = desk;
  useEffect(() => {
    if (!stale || returned.current) return;
    returned.current = true;
    fetcher.submit({ ask: "desk-if-old" }, { method: "post" });
  });
  const busy = fetcher.state !== "idle";
  const clicked = fetcher.formData?.get("ask") === "desk";
  const { answer, answeredAt, failedAt } = desk;
  const isDesk = answer === "open" || answer === "waiting" || answer === "solved";
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("status.desk.title")}
        </Text>
        <div role="status">
          <Text as="p">
            {isDesk && answeredAt
              ? t(`status.desk.${answer}`, { when: instant(answeredAt, timeZone) })
              : t("status.desk.never")}
          </Text>
          {failedAt ? (
            <Text as="p">
              {t(desk.missing ? "status.desk.missing" : "status.desk.failed", {
                when: instant(failedAt, timeZone),
              })}
            </Text>
          ) : null}
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
  const { answer, answeredAt, failedAt } = probe;
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
