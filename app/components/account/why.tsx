import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, Collapsible } from "@shopify/polaris";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useWhyAddress } from "#app/components/page/why-address.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { Explanation } from "./explanation.tsx";

/** "Why this number": asks for the explanation only when somebody wants it, by the button or by the page's address. */
export function Why({ figure, label }: { figure: string; label: string }) {
  const { t } = useTranslator();
  const { asked, put } = useWhyAddress();
  const isAsked = asked === figure;
  const [open, setOpen] = useState(isAsked);
  const { load, data } = useFetcher<ExplainOutcome>();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isAsked) return;
    load(explainUrl(figure));
    box.current?.scrollIntoView({ block: "center" });
  }, [isAsked, figure, load]);
  const toggle = () => {
    if (!open && !data) load(explainUrl(figure));
    put(open ? null : figure);
    setOpen(!open);
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      <div ref={box} />
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
          <Explanation answer={data} />
        </Box>
      </Collapsible>
    </BlockStack>
  );
}

/** Where the explanation of a figure comes from. */
export const explainUrl = (figure: string): string => `/app/explain?figure=${encodeURIComponent(figure)}`;
