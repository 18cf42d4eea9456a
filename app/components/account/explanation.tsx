import { BlockStack, Link, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { inputText } from "#app/messages/input-text.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

/** Inputs, arithmetic, the rule in impact.com's own words with its page, and what had to be assumed. */
export function Explanation({ answer }: { answer: ExplainOutcome | undefined }) {
  const translator = useTranslator();
  const { t, note, date, locale } = translator;
  if (!answer) return <Text as="p">{t("why.loading")}</Text>;
  if (answer.outcome !== "explained") return <Text as="p">{t("why.failed")}</Text>;
  const { explanation, assumed, currency } = answer;
  const { inputs, arithmetic, rule } = explanation;
  return (
    <BlockStack gap="200">
      <Lines
        title={t("why.inputs")}
        lines={inputs.map((each) =>
          t("why.input", { label: note(each.label), value: inputText(each, currency, translator) }),
        )}
      />
      <Lines title={t("why.steps")} lines={arithmetic.map(note)} />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t("why.rule")}
        </Text>
        {rule.quotes.map((quote) => (
          <BlockStack key={quote.text} gap="050">
            <blockquote lang={quote.language} style={{ margin: 0 }}>
              {quote.text}
            </blockquote>
            {quote.language === locale ? null : (
              <Text as="p" tone="subdued">
                {t("why.quoteLanguage", { language: quote.language })}
              </Text>
            )}
            <Link url={quote.url} target="_blank">
              {t("why.source", { checkedOn: date(rule.checkedOn), version: rule.version })}
            </Link>
          </BlockStack>
        ))}
      </BlockStack>
      <Lines
        title={t("why.assumptions")}
        lines={assumed.map(({ gap, text }) => t("why.assumption", { gap, text: note(text) }))}
      />
    </BlockStack>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
