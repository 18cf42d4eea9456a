import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, Collapsible } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { Explanation } from "./explanation.tsx";

/** "Why this number": asks for the explanation only when somebody wants it. */
export function Why({ figure, label }: { figure: string; label: string }) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const fetcher = useFetcher<ExplainOutcome>();
  const id = useId();
  const toggle = () => {
    if (!open && !fetcher.data) fetcher.load(`/app/explain?figure=${encodeURIComponent(figure)}`);
    setOpen(!open);
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button
        variant="plain"
        onClick={toggle}
        ariaExpanded={open}
        ariaControls={id}
        accessibilityLabel={`${open ? t("why.hide") : t("why.show")}: ${label}`}
        disclosure={open ? "up" : "down"}
      >
        {open ? t("why.hide") : t("why.show")}
      </Button>
      <Collapsible id={id} open={open}>
        <Box background="bg-surface-secondary" padding="300" borderRadius="200">
          <Explanation answer={fetcher.data} />
        </Box>
      </Collapsible>
    </BlockStack>
  );
}
