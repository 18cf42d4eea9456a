import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { Why } from "./why.tsx";

type FigureProps = {
  label: string;
  value: string;
  figure: string | null;
  about?: boolean;
  detail?: string | null;
};

/** One number with its name, where it comes from and, one press away, how it was worked out. */
export function Figure({ label, value, figure, detail }: FigureProps) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingSm" tone="subdued">
        {label}
      </Text>
      <InlineStack gap="200" blockAlign="baseline" wrap>
        <Text as="p" variant="headingLg">
          {value}
        </Text>
      </InlineStack>
      {detail ? (
        <Text as="p" tone="subdued">
          {detail}
        </Text>
      ) : null}
      {figure ? <Why figure={figure} label={label} /> : null}
    </BlockStack>
  );
}
