import { BlockStack, Text } from "@shopify/polaris";
import { type Provenance, useProvenanceText } from "./provenance.tsx";
import { Why } from "./why.tsx";

type FigureProps = {
  label: string;
  value: string;
  provenance: Provenance;
  /** Path of the figure in the core's reports; null where there is nothing to explain. */
  figure: string | null;
  detail?: string | null;
};

/** One number with its name, where it comes from and, one press away, how it was worked out. */
export function Figure({ label, value, provenance, figure, detail }: FigureProps) {
  const source = useProvenanceText()(provenance);
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingSm" tone="subdued">
        {label}
      </Text>
      <Text as="p" variant="headingLg">
        {value}
      </Text>
      {provenance.kind === "unknown" ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {source}
        </Text>
      )}
      {detail ? <Text as="p">{detail}</Text> : null}
      {figure ? <Why figure={figure} label={label} shown={value} /> : null}
    </BlockStack>
  );
}
