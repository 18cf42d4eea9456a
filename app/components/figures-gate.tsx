import { BlockStack, Button, Card, List, Text } from "@shopify/polaris";
import type { PageView } from "#app/http/page-view.server.ts";
import { useTranslator } from "./translator.tsx";

/** Stands where figures would be while they cannot be worked out, and says what is missing. */
export function FiguresGate({ reading, currency }: Pick<PageView, "reading" | "currency">) {
  const { t, list } = useTranslator();
  if (reading.outcome === "ready" || reading.outcome === "agency") return null;
  if (reading.outcome === "unsupported-currency")
    return (
      <Card>
        <Text as="p">{t("facts.unsupportedCurrency", { currency, currencies: list(reading.accepted) })}</Text>
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        {reading.outcome === "unusable" ? (
          <>
            <Text as="p">{t("facts.unusable")}</Text>
            <List>
              {reading.problems.map(({ path, problem, accepted }) => (
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
