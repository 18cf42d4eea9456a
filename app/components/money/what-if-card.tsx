import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport, WhatIfReport } from "#app/domain/index.ts";
import type { WhatIfFields, WhatIfForm } from "#app/http/read-what-if.ts";
import { REVENUE_CHANGES } from "#app/http/read-what-if.ts";
import { WhatIfResult } from "./what-if-result.tsx";

type Props = {
  preview: PreviewReport;
  whatIf: WhatIfReport | null;
  form: Pick<WhatIfForm, "fields" | "errors">;
};

/**
 * What another pace, an end of all contracts, or a closing would change. What is tried stands in the page's address: it
 * survives a reload, can be passed on, and works without a script.
 */
export function WhatIfCard({ preview, whatIf, form }: Props) {
  const { t, percent } = useTranslator();
  const [fields, setFields] = useState<WhatIfFields>(form.fields);
  const { fields: inAddress, errors } = form;
  // Going back and forth changes the address, and with it what is tried.
  useEffect(() => setFields(inAddress), [inAddress]);
  const busy = useNavigation().state !== "idle";
  const hasHistory = preview.usualMonth?.from === "history";
  const set = (name: keyof WhatIfFields) => (value: string) => setFields({ ...fields, [name]: value });
  const error = (name: keyof WhatIfFields) => {
    const id = errors[name];
    return id ? t(id, { today: preview.asOf }) : undefined;
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("whatIf.title")}
        </Text>
        <div className="money-what-if">
          <Form method="get" action="/app/fees" preventScrollReset replace>
            <BlockStack gap="300">
              {hasHistory ? (
                <Select
                  label={t("whatIf.change")}
                  name="change"
                  value={fields.change || "0"}
                  onChange={set("change")}
                  error={error("change")}
                  options={REVENUE_CHANGES.map((each) => ({
                    value: String(each),
                    label:
                      each === 0
                        ? t("whatIf.asSoFar")
                        : t(each > 0 ? "whatIf.more" : "whatIf.less", { percent: percent(Math.abs(each)) }),
                  }))}
                />
              ) : null}
              <TextField
                label={t("whatIf.revenue")}
                name="revenue"
                value={fields.revenue}
                onChange={set("revenue")}
                error={error("revenue")}
                suffix={preview.currency}
                inputMode="decimal"
                autoComplete="off"
                {...(hasHistory && { helpText: t("whatIf.revenueHelp") })}
              />
              <TextField
                label={t("whatIf.contracts")}
                name="contracts"
                type="date"
                value={fields.contracts}
                onChange={set("contracts")}
                error={error("contracts")}
                autoComplete="off"
              />
              <TextField
                label={t("whatIf.close")}
                name="close"
                type="date"
                value={fields.close}
                onChange={set("close")}
                error={error("close")}
                autoComplete="off"
              />
              <InlineStack gap="300" blockAlign="center">
                <Button submit loading={busy}>
                  {t("whatIf.update")}
                </Button>
                <Button variant="plain" url="/app/fees">
                  {t("whatIf.clear")}
                </Button>
              </InlineStack>
            </BlockStack>
          </Form>
          <WhatIfResult whatIf={whatIf} />
        </div>
      </BlockStack>
    </Card>
  );
}
