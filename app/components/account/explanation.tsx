import { Badge, BlockStack, Button, Collapsible, Link, List, SkeletonBodyText, Text } from "@shopify/polaris";
import { type ReactNode, useId, useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { isOfExample } from "#app/domain/plans/row-rules.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { ExplanationSum } from "./explanation-sum.tsx";
import { RowFigures } from "./row-figures.tsx";
import { Originals, shownQuotes } from "./rule-words.tsx";
import { wentIn } from "./went-in.ts";

/** Arithmetic, the rule in impact.com's own words with its page, what went in, what was assumed, and what is not in it. */
export function Explanation({ answer }: { answer: ExplainOutcome | undefined }) {
  const translator = useTranslator();
  const { t, note } = translator;
  if (!answer)
    return (
      <div role="status" aria-label={t("why.loading")}>
        <SkeletonBodyText lines={6} />
      </div>
    );
  if (answer.outcome !== "explained") return <Text as="p">{t("why.failed")}</Text>;
  const { explanation, assumed } = answer;
  const { estimatedMinimum, rows } = wentIn(answer, translator);
  return (
    <BlockStack gap="400">
      <RowFigures figure={explanation.figure} />
      <ExplanationSum explanation={explanation} currency={answer.currency} />
      <Part title={t(isOfExample(explanation.rule) ? "why.example" : "why.rule")}>
        {shownQuotes(explanation.rule.quotes, translator.locale).map((each) => (
          <RuleText key={each.quote.id} {...each} rule={explanation.rule} />
        ))}
      </Part>
      {rows.length === 0 ? null : (
        <Part title={t("why.inputs")}>
          <dl className="why-inputs">
            {rows.map(({ label, value, source, detail }) => (
              <div key={label}>
                <dt>
                  {label}
                  {detail ? <span>{detail}</span> : null}
                </dt>
                <dd>{value}</dd>
                <dd>{source ? <Badge tone={TONES[source]}>{t(SOURCE_NAMES[source])}</Badge> : null}</dd>
              </div>
            ))}
          </dl>
          {estimatedMinimum ? (
            <Link url="/app/setup" removeUnderline>
              {t("why.minimum")}
            </Link>
          ) : null}
        </Part>
      )}
      {assumed.length === 0 ? null : (
        <Part title={t("why.assumptions")}>
          <List>
            {assumed.map(({ gap, text }) => (
              <List.Item key={gap}>{note(text)}</List.Item>
            ))}
          </List>
        </Part>
      )}
      <Part title={t("why.notIn")}>
        <Text as="p">{t("why.notInText")}</Text>
      </Part>
    </BlockStack>
  );
}

const SOURCE_NAMES = {
  checked: "closing.source.checked",
  entered: "closing.source.entered",
  estimate: "closing.estimate",
} as const;
const TONES = { checked: "success", entered: "info", estimate: "attention" } as const;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

type RuleProps = ReturnType<typeof shownQuotes>[number] & { rule: { checkedOn: string; version: string } };

/** The rule in the reader's language; impact.com's own words are a press away where they are in another one. */
function RuleText({ quote, originals, rule: { checkedOn, version } }: RuleProps) {
  const { t, text, date, locale } = useTranslator();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="100" inlineAlign="start">
      <blockquote lang={locale} className="why-rule">
        {originals.includes(quote) ? text(`core.quote.${quote.id}`) : quote.text}
      </blockquote>
      <Text as="p" variant="bodySm" tone="subdued">
        <Link url={quote.url} target="_blank">
          {t("why.source", { checkedOn: date(checkedOn), version })}
        </Link>
      </Text>
      {originals.length === 0 ? null : (
        <>
          <Button
            variant="plain"
            disclosure={open ? "up" : "down"}
            ariaExpanded={open}
            ariaControls={id}
            onClick={() => setOpen(!open)}
          >
            {t("why.original", { language: originals[0]?.language ?? locale })}
          </Button>
          <Collapsible id={id} open={open}>
            <Originals originals={originals} />
          </Collapsible>
        </>
      )}
    </BlockStack>
  );
}
