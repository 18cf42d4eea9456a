import { BlockStack, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingPath } from "#app/domain/closing-path/closing-path.ts";
import { questionsOn } from "./questions.ts";

/** impact.com's own answers, each under its question. */
export function QuestionList({ route }: { route: ClosingPath }) {
  const { t } = useTranslator();
  return (
    <BlockStack gap="300">
      {questionsOn(route).map(({ title, answer }) => (
        <BlockStack key={title} gap="050">
          <Text as="h3" variant="headingSm">
            {t(title)}
          </Text>
          <Text as="p">{t(answer)}</Text>
        </BlockStack>
      ))}
    </BlockStack>
  );
}
