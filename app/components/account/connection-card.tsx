import { Form } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FreshnessView } from "#app/http/page-view.server.ts";
import type { AccountKind } from "#app/ports/index.ts";

type Props = {
  connection: { company: string | null; last4: string; kind: AccountKind } | null;
  freshness: Pick<FreshnessView, "refused" | "checkedAt" | "timeZone">;
};

export function ConnectionCard({ connection, freshness }: Props) {
  const { t, instant } = useTranslator();
  const { refused, checkedAt, timeZone } = freshness;
  // The button that disconnected is gone then, and with it the place of whoever works by keyboard.
  const afterwards = useRef<HTMLDivElement>(null);
  const isConnected = Boolean(connection);
  const wasConnected = useRef(isConnected);
  useEffect(() => {
    if (wasConnected.current && !isConnected) afterwards.current?.focus();
    wasConnected.current = isConnected;
  }, [isConnected]);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("setup.connection")}
        </Text>
        <div ref={afterwards} tabIndex={-1}>
          <Text as="p">
            {connection
              ? refused
                ? t("close.accounts", { accounts: `…${connection.last4}` })
                : t("connect.doneAccount", { company: connection.company ?? "", last4: connection.last4 })
              : t("setup.notConnected")}
          </Text>
        </div>
        {connection ? (
          <>
            {refused ? (
              <Text as="p" tone="critical">
                {checkedAt
                  ? t("freshness.refusedSince", { when: instant(checkedAt, timeZone) })
                  : t("freshness.refused")}
              </Text>
            ) : (
              <Text as="p">{t(`kinds.is.${connection.kind}`)}</Text>
            )}
            <Text as="p" tone="subdued">
              {t("connect.disconnectHelp")}
            </Text>
            <InlineStack gap="300">
              <Button url="/app/setup/connect">{t("connect.replace")}</Button>
              <Form method="post">
                <input type="hidden" name="intent" value="disconnect" />
                <Button submit>{t("connect.disconnect")}</Button>
              </Form>
            </InlineStack>
          </>
        ) : (
          <Button url="/app/setup/connect" variant="primary">
            {t("home.setupConnect")}
          </Button>
        )}
      </BlockStack>
    </Card>
  );
}
