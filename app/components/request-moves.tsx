import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RequestView } from "#app/services/closing/show-request.server.ts";
import { CopyText } from "./copy-text.tsx";
import { useTranslator } from "./translator.tsx";

type Props = Pick<RequestView, "moves"> & { withdrawText: string | null; problem: string | null };

/** What the merchant can add to the history. Nothing is chosen for them. */
export function RequestMoves({ moves, withdrawText, problem }: Props) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const [chosen, choose] = useState<string[]>([]);
  const [entered, enter] = useState({ ticketNumber: "", proof: "", statement: "" });
  const field = (name: keyof typeof entered) => ({
    label: t(`move.${name}`),
    name,
    value: entered[name],
    onChange: (text: string) => enter({ ...entered, [name]: text }),
    autoComplete: "off",
  });
  if (moves.length === 0) return null;
  return (
    <Card>
      <Form method="post" noValidate>
        <BlockStack gap="300" inlineAlign="start">
          <ChoiceList
            title={t("move.title")}
            name="trigger"
            choices={moves.map((move) => ({ label: t(`move.${move}`), value: move }))}
            selected={chosen}
            onChange={choose}
            error={problem ?? undefined}
          />
          <Text as="p" tone="subdued">
            {t("move.help")}
          </Text>
          <div style={{ width: "100%" }}>
            <BlockStack gap="300">
              <TextField {...field("ticketNumber")} maxLength={100} />
              <TextField {...field("proof")} multiline={3} helpText={t("move.proofHelp")} />
              <TextField {...field("statement")} multiline={2} helpText={t("move.statementHelp")} />
            </BlockStack>
          </div>
          <Button submit loading={busy}>
            {t("move.submit")}
          </Button>
          {withdrawText && moves.includes("told-withdrawn") ? (
            <div style={{ width: "100%" }}>
              <CopyText label={t("receipt.withdraw")} text={withdrawText} />
            </div>
          ) : null}
        </BlockStack>
      </Form>
    </Card>
  );
}
