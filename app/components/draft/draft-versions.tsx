import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { differences } from "#app/services/drafts/draft-content.ts";
import { fieldName, fieldText } from "./draft-words.ts";
import type { Draft } from "./use-draft.ts";

/** Versions that were replaced, with what they said differently; each can be put back. */
export function DraftVersions({
  savedDraft: { savedDraft, choose },
  timeZone,
}: {
  savedDraft: Draft;
  timeZone: string;
}) {
  const translator = useTranslator();
  const { t, instant } = translator;
  const others = savedDraft.others
    .map((other) => ({ ...other, fields: differences(other.content, savedDraft.content) }))
    .filter(({ fields }) => fields.length > 0);
  if (others.length === 0 || savedDraft.conflict) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("draft.others")}
        </Text>
        {others.map(({ id, at, by, content, fields }) => {
          const when = t("draft.version.replaced", { by, when: instant(at, timeZone) });
          return (
            <BlockStack key={id} gap="100" inlineAlign="start">
              <Text as="h3" variant="headingSm">
                {when}
              </Text>
              {fields.map((field) => (
                <div key={field} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {fieldName(field, t)}: <bdi>{fieldText(field, content, translator)}</bdi>
                </div>
              ))}
              <Button
                variant="plain"
                accessibilityLabel={`${t("draft.putBack")}: ${when}`}
                onClick={() => void choose(id, "aside")}
              >
                {t("draft.putBack")}
              </Button>
            </BlockStack>
          );
        })}
      </BlockStack>
    </Card>
  );
}
