import { BlockStack, Text } from "@shopify/polaris";

/** The exact text that impact.com got. */
export function RequestText({ subject, body }: { subject: string; body: string }) {
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">
        {subject}
      </Text>
      <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{body}</div>
    </BlockStack>
  );
}
