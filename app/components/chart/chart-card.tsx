import { BlockStack, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useId, useState } from "react";
import { DownloadLink } from "#app/components/page/download-link.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { Legend, type LegendKind } from "./legend.tsx";

type Props = {
  /** The finding: what the picture shows, as the heading. */
  title: string;
  line?: ReactNode;
  chart: ReactNode;
  legend: readonly { kind: LegendKind; text: string }[];
  table?: ReactNode;
  /** Whether the table is open from the start where there is room for it: not on a phone. */
  open?: boolean;
  /** Where the same table is as a file. */
  csv?: string;
  children?: ReactNode;
};

/** A chart under its finding, with its legend, and one press away the table and the same as a file. */
export function ChartCard({ title, line, chart, legend, table, open = false, csv, children }: Props) {
  const { t } = useTranslator();
  // Until the page is alive nobody knows how wide it is; the style sheet leaves an open table out on a phone.
  const [toggled, setShown] = useState<boolean | null>(open ? null : false);
  useEffect(() => {
    if (open) setShown((now) => now ?? !window.matchMedia("(max-width: 560px)").matches);
  }, [open]);
  const shown = toggled ?? true;
  const id = useId();
  return (
    <BlockStack gap="0">
      <Text as="h2" variant="headingSm">
        {title}
      </Text>
      {line ? (
        <Text as="p" tone="subdued">
          {line}
        </Text>
      ) : null}
      {chart}
      <Legend items={legend} />
      {children}
      {table || csv ? (
        <div className="chart-foot">
          <InlineStack gap="400" blockAlign="center">
            {table ? (
              <Button
                variant="plain"
                disclosure={shown ? "up" : "down"}
                ariaExpanded={shown}
                ariaControls={id}
                onClick={() => setShown(!shown)}
              >
                {t(shown ? "chart.hideTable" : "chart.showTable")}
              </Button>
            ) : null}
            {csv ? <DownloadLink label={t("chart.csv")} href={csv} /> : null}
          </InlineStack>
        </div>
      ) : null}
      {table ? (
        <Collapsible id={id} open={shown}>
          <div className={toggled === null ? "chart-table chart-table-auto" : "chart-table"}>{table}</div>
        </Collapsible>
      ) : null}
    </BlockStack>
  );
}
