import { BlockStack, Link, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Quote } from "#app/domain/index.ts";
import { inputText } from "#app/messages/input-text.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

/** Arithmetic, the rule in impact.com's own words with its page, what went in, and what had to be assumed. */
export function Explanation({ answer }: { answer: ExplainOutcome | undefined }) {
  const translator = useTranslator();
  const { t, text, note, date, locale } = translator;
  if (!answer) return <Text as="p">{t("why.loading")}</Text>;
  if (answer.outcome !== "explained") return <Text as="p">{t("why.failed")}</Text>;
  const { explanation, assumed, currency } = answer;
  const { inputs, arithmetic, rule } = explanation;
  return (
    <BlockStack gap="200">
      <Lines title={t("why.steps")} lines={arithmetic.map(note)} />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t("why.rule")}
        </Text>
        {shownQuotes(rule.quotes, locale).map(({ quote, originals }) => (
          <BlockStack key={quote.id} gap="050">
            <blockquote lang={locale} style={{ margin: 0 }}>
              {originals.includes(quote) ? text(`core.quote.${quote.id}`) : quote.text}
            </blockquote>
            <Link url={quote.url} target="_blank">
              {t("why.source", { checkedOn: date(rule.checkedOn), version: rule.version })}
            </Link>
            {originals.length > 0 ? (
              <details>
                <summary>{t("why.original", { language: originals[0]?.language ?? locale })}</summary>
                {originals.map((each) => (
                  <blockquote key={each.text} lang={each.language} style={{ margin: 0 }}>
                    {each.text}
                  </blockquote>
                ))}
              </details>
            ) : null}
          </BlockStack>
        ))}
      </BlockStack>
      <Lines
        title={t("why.inputs")}
        lines={inputs.map((each) =>
          t("why.input", { label: note(each.label), value: inputText(each, currency, translator) }),
        )}
      />
      <Lines title={t("why.assumptions")} lines={assumed.map((each) => note(each.text))} />
    </BlockStack>
  );
}

/** Each thing said once, in the reader's language: impact.com's own words where it has them, else translated. */
function shownQuotes(quotes: readonly Quote[], locale: string) {
  const ids = [...new Set(quotes.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const all = quotes.filter((each) => each.id === id);
    const quote = all.find(({ language }) => language === locale) ?? all[0];
    return quote ? [{ quote, originals: all.filter(({ language }) => language !== locale) }] : [];
  });
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
