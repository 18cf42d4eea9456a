import { BlockStack, Text } from "@shopify/polaris";
import type { TextPart } from "#app/services/drafts/ticket-parts.ts";
import { TextParts } from "./text-parts.tsx";

/** The exact text that impact.com got. */
export function RequestText({ subject, parts }: { subject: string; parts: readonly TextPart[] }) {
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">
        <span lang="en">{subject}</span>
      </Text>
      <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        <TextParts parts={parts} />
      </div>
    </BlockStack>
  );
}
