import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { EvidenceField } from "#app/http/move-problem-text.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";
import { WITH_NUMBER } from "./moves-with-number.ts";

type Props = Pick<RequestView, "moves"> & {
  /** How long the history is. */
  seen: number;
  withdrawText: string | null;
  /** What was not written down and why, with the field that lacks something; none where the choice itself is meant. */
  problem: { text: string; field: EvidenceField | null } | null;
};
type Move = Props["moves"][number];

/** What the merchant can add to the history. Nothing is chosen for them; the fields come with the choice. */
export function RequestMoves({ moves, seen, withdrawText, problem }: Props) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const [chosen, choose] = useState<Move | null>(null);
  if (moves.length === 0) return null;
  return (
    <Card>
      <Form method="post" noValidate>
        <input type="hidden" name="seen" value={seen} />
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("move.title")}
          </Text>
          <Text as="p" tone="subdued">
            {t("move.help")}
          </Text>
          <ChoiceList
            title={t("move.title")}
            titleHidden
            name="trigger"
            choices={moves.map((move) => ({ label: t(`move.${move}`), value: move }))}
            selected={chosen === null ? [] : [chosen]}
            onChange={([picked]) => choose(moves.find((move) => move === picked) ?? null)}
            error={problem?.field === null ? problem.text : undefined}
          />
          {chosen === "told-withdrawn" && withdrawText ? (
            <div style={{ width: "100%" }}>
              <CopyText label={t("status.withdrawText")} text={withdrawText} />
            </div>
          ) : null}
          {chosen === null ? null : <MoveFields move={chosen} problem={problem} />}
          <Button submit loading={busy}>
            {t("move.submit")}
          </Button>
        </BlockStack>
      </Form>
    </Card>
  );
}

/** What backs the choice; which of it is needed the answer says. */
function MoveFields({ move, problem }: { move: Move } & Pick<Props, "problem">) {
  const { t } = useTranslator();
  const [entered, enter] = useState({ ticketNumber: "", proof: "", statement: "" });
  const field = (name: keyof typeof entered) => ({
    label: t(`move.${name}`),
    name,
    value: entered[name],
    onChange: (text: string) => enter({ ...entered, [name]: text }),
    autoComplete: "off",
    error: problem?.field === name ? problem.text : undefined,
  });
  return (
    <div style={{ width: "100%" }}>
      <BlockStack gap="300">
        {WITH_NUMBER.has(move) ? <TextField {...field("ticketNumber")} maxLength={100} /> : null}
        <TextField {...field("proof")} multiline={3} helpText={t("move.proofHelp")} />
        <TextField {...field("statement")} multiline={2} helpText={t("move.statementHelp")} />
      </BlockStack>
    </div>
  );
}
