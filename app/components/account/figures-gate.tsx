import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AccountKind } from "#app/domain/account/account.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import { useHideGuide } from "./use-hide-guide.ts";

type Page = Pick<PageView, "kind" | "otherAccount" | "assembled" | "currency">;

/** Where the missing facts are no reason for an empty page, the question for them can be put away. */
type Guide = "hideable" | "away" | "lasting";

/** Stands where figures would be: whose account pays no fee we know, or what is missing to work it out. */
export function FiguresGate({ page, guide = "lasting" }: { page: Page; guide?: Guide }) {
  if (page.kind !== "brand") return <NoFee kind={page.kind} />;
  if (page.otherAccount) return <OtherAccountCard otherAccount={page.otherAccount} />;
  if (page.assembled.outcome === "facts-missing")
    return guide === "away" ? null : <FactsGuide guide={guide} />;
  return <UnusableFacts {...page} />;
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

/** How to get figures at all: the few details that impact.com's API does not have. */
function FactsGuide({ guide }: { guide: Guide }) {
  const { t } = useTranslator();
  const hide = useHideGuide();
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("home.factsNeeded")}
        </Text>
        <Text as="p">{t("home.factsNeededBody")}</Text>
        <InlineStack gap="300">
          <Button variant="primary" url="/app/setup">
            {t("home.factsGo")}
          </Button>
          {guide === "hideable" ? <Button onClick={hide}>{t("home.factsHide")}</Button> : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function UnusableFacts({ assembled, currency }: Page) {
  const { t, list } = useTranslator();
  if (assembled.outcome === "unsupported-currency")
    return (
      <Card>
        <Text as="p">
          {t("facts.unsupportedCurrency", { currency, currencies: list(assembled.accepted) })}
        </Text>
      </Card>
    );
  if (assembled.outcome !== "unusable") return null;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t("facts.unusable")}</Text>
        <List>
          {assembled.problems.map(({ path, problem, accepted }) => (
            <List.Item key={path}>
              {/* As the core's command says it: for support, and in English only. */}
              <span lang="en">
                {path}: {problem} {accepted}
              </span>
            </List.Item>
          ))}
        </List>
        <Button variant="primary" url="/app/setup">
          {t("home.factsGo")}
        </Button>
      </BlockStack>
    </Card>
  );
}
