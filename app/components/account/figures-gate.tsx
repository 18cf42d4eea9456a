import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AccountKind } from "#app/domain/account/account.ts";
import type { PageView } from "#app/http/page-view.server.ts";

type Page = Pick<PageView, "kind" | "otherAccount" | "assembled" | "currency">;

/** Stands where figures would be: whose account pays no fee we know, or what is missing to work it out. */
export function FiguresGate({ page }: { page: Page }) {
  if (page.kind !== "brand") return <NoFee kind={page.kind} />;
  if (page.otherAccount) return <OtherAccountCard otherAccount={page.otherAccount} />;
  return <MissingFacts {...page} />;
}

function NoFee({ kind }: { kind: Exclude<AccountKind, "brand"> }) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t(`kinds.noFee.${kind}`)}</Text>
        <Button url="/app">{t("kinds.home.link")}</Button>
      </BlockStack>
    </Card>
  );
}

/** Figures of Starter would be another account's; the answer that says so can be changed here. */
function OtherAccountCard({ otherAccount }: { otherAccount: NonNullable<Page["otherAccount"]> }) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t(`kinds.other.${otherAccount}`)}
        </Text>
        <Text as="p">{t(`kinds.other.${otherAccount}.body`)}</Text>
        {otherAccount === "other-brand" ? (
          <>
            <Text as="p">{t("kinds.other.other-brand.setup")}</Text>
            <Text as="p" tone="subdued">
              {t("kinds.other.overage")}
            </Text>
          </>
        ) : null}
        <InlineStack gap="300">
          <Button url="/app/close/route?back=home">{t("kinds.other.change")}</Button>
          {otherAccount === "other-brand" ? (
            <Button url="/app/setup">{t("kinds.other.edition")}</Button>
          ) : (
            <Button url="/app/setup/connect">{t("home.setupConnect")}</Button>
          )}
          <Button url="/app/close">{t("home.closeLink")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function MissingFacts({ assembled, currency }: Page) {
  const { t, list } = useTranslator();
  if (assembled.outcome === "ready" || assembled.outcome === "agency") return null;
  if (assembled.outcome === "unsupported-currency")
    return (
      <Card>
        <Text as="p">
          {t("facts.unsupportedCurrency", { currency, currencies: list(assembled.accepted) })}
        </Text>
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        {assembled.outcome === "unusable" ? (
          <>
            <Text as="p">{t("facts.unusable")}</Text>
            <List>
              {assembled.problems.map(({ path, problem, accepted }) => (
                <List.Item key={path}>
                  {path}: {problem} {accepted}
                </List.Item>
              ))}
            </List>
          </>
        ) : (
          <>
            <Text as="h2" variant="headingMd">
              {t("home.factsNeeded")}
            </Text>
            <Text as="p">{t("home.factsNeededBody")}</Text>
          </>
        )}
        <Button variant="primary" url="/app/setup">
          {t("home.factsGo")}
        </Button>
      </BlockStack>
    </Card>
  );
}
