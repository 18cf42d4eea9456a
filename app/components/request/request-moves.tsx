import { Form, useLocation, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, Icon, InlineError, Text, TextField } from "@shopify/polaris";
import { ChevronDownIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
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

/**
 * What the merchant can add to the history: one press opens the form of that answer, and of no other. An address that ends
 * in an answer's name (`#told-refunded`) opens it too.
 */
export function RequestMoves({ moves, seen, withdrawText, problem }: Props) {
  const { t } = useTranslator();
  const [chosen, choose] = useState<Move | null>(null);
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address pressed again is another visit
  useEffect(() => {
    const asked = document.getElementById(hash.slice(1));
    const move = moves.find((each) => hash === `#${each}`);
    if (move) choose(move);
    if (move || hash === "#moves") asked?.querySelector("button")?.focus();
  }, [hash, key]);
  if (moves.length === 0) return null;
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t("move.title")}
      </Text>
      <Text as="p" tone="subdued">
        {t("request.onlyYou")}
      </Text>
      {problem?.field === null ? <InlineError message={problem.text} fieldID="moves" /> : null}
      <ul className="moves" id="moves">
        {moves.map((move) => (
          <li key={move} id={move}>
            <button
              type="button"
              className="move"
              aria-expanded={chosen === move}
              onClick={() => choose(chosen === move ? null : move)}
            >
              {t(`move.${move}`)}
              <span aria-hidden="true">
                <Icon source={chosen === move ? ChevronDownIcon : ChevronRightIcon} tone="subdued" />
              </span>
            </button>
            {chosen === move ? <MoveForm {...{ move, seen, withdrawText, problem }} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What backs the choice; which of it is needed the answer says. */
function MoveForm({ move, seen, withdrawText, problem }: { move: Move } & Omit<Props, "moves">) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
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
    <Form method="post" noValidate className="move-form">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="trigger" value={move} />
      <BlockStack gap="300">
        {move === "told-withdrawn" && withdrawText ? (
          <CopyText label={t("status.withdrawText")} text={withdrawText} lang="en" />
        ) : null}
        {WITH_NUMBER.has(move) ? <TextField {...field("ticketNumber")} maxLength={100} /> : null}
        <TextField {...field("proof")} multiline={3} helpText={t("move.proofHelp")} />
        <TextField {...field("statement")} multiline={2} helpText={t("move.statementHelp")} />
        <Button submit loading={busy}>
          {t("move.submit")}
        </Button>
      </BlockStack>
    </Form>
  );
}
