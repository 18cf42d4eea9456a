import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WholeReference } from "#app/components/page/whole-reference.tsx";
import type { RequestState } from "#app/domain/index.ts";

type Other = { reference: string; state: RequestState; accounts: string[]; at: string };
type Props = { requests: Other[]; timeZone: string };

/** Requests that are over, or about other accounts of the store: history, receipt and pack stay within reach. */
export function OtherRequests({ requests, timeZone }: Props) {
  const { t, instant, list } = useTranslator();
  if (requests.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("close.earlier")}
        </Text>
        {requests.map(({ reference, state, accounts, at }) => (
          <div key={reference}>
            <Link url={`/app/close/requests/${reference}`}>
              <WholeReference
                text={t("close.earlierRow", {
                  reference,
                  on: instant(at, timeZone),
                  state: t(`home.requestState.${state}`),
                })}
              />
            </Link>
            {accounts.length === 0 ? null : (
              <Text as="p" tone="subdued">
                {t("close.accounts", { accounts: list(accounts) })}
              </Text>
            )}
          </div>
        ))}
      </BlockStack>
    </Card>
  );
}
