import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Checkbox, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AlertField, AlertProblem } from "#app/http/read-alerts-form.ts";
import type { showAlerts } from "#app/services/alerts/show-alerts.server.ts";
import { nowWords } from "./now-words.ts";

type Props = NonNullable<Awaited<ReturnType<typeof showAlerts>>>;

const LABELS = {
  monthlyFee: "alerts.fee",
  weeklyCommissions: "alerts.commissions",
  movedDays: "alerts.moved",
} as const;

/** One form of four limits and one consent: empty means no alert, and what is so now stands under each. */
export function AlertsForm(data: Props) {
  const { limits, currency, now, hasFees, connected } = data;
  const words = useTranslator();
  const { t } = words;
  const fetcher = useFetcher<{ problems: AlertProblem[] }>();
  const [values, setValues] = useState({
    monthlyFee: limits.monthlyFee ?? "",
    weeklyCommissions: limits.weeklyCommissions ?? "",
    movedDays: limits.movedDays === null ? "" : String(limits.movedDays),
  });
  const [boxes, setBoxes] = useState({ overdue: limits.overdue, byMail: data.byMail });
  const [isChanged, setChanged] = useState(false);
  const problems = fetcher.data?.problems ?? [];
  const say = ({ field, message }: AlertProblem) => t(message, { label: t(LABELS[field]), currency });
  const set = (name: AlertField) => (value: string) => {
    setChanged(true);
    setValues((before) => ({ ...before, [name]: value }));
  };
  const check = (name: "overdue" | "byMail") => (checked: boolean) => {
    setChanged(true);
    setBoxes((before) => ({ ...before, [name]: checked }));
  };
  const field = (name: AlertField, help: string, suffix: string) => {
    const problem = problems.find((each) => each.field === name);
    return (
      <TextField
        id={name}
        label={t(LABELS[name])}
        value={values[name]}
        onChange={set(name)}
        inputMode={name === "movedDays" ? "numeric" : "decimal"}
        suffix={suffix}
        helpText={help}
        autoComplete="off"
        error={problem && say(problem)}
      />
    );
  };
  const save = () => {
    setChanged(false);
    const checked = { overdue: boxes.overdue ? "yes" : "no", byMail: boxes.byMail ? "yes" : "no" };
    fetcher.submit({ ...values, ...checked }, { method: "post", action: "/app/setup/alerts" });
  };
  const isSaved =
    fetcher.state === "idle" && fetcher.data !== undefined && problems.length === 0 && !isChanged;
  if (!hasFees)
    return (
      <Card>
        <Text as="p">{t("alerts.noFees")}</Text>
      </Card>
    );
  const help = nowWords(now, currency, words);
  return (
    <BlockStack gap="400">
      <ErrorSummary messages={problems.map(say)} />
      {connected ? null : (
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{t("alerts.notConnected")}</Text>
            <Button url="/app/setup/connect">{t("connect.title")}</Button>
          </BlockStack>
        </Card>
      )}
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <BlockStack gap="400">
            <Text as="p">{t("alerts.intro")}</Text>
            {field("monthlyFee", help.fee, currency)}
            {field("weeklyCommissions", help.commissions, currency)}
            <Checkbox
              label={t("alerts.overdue")}
              helpText={help.overdue}
              checked={boxes.overdue}
              onChange={check("overdue")}
            />
            {field("movedDays", help.moved, t("alerts.days"))}
            <Checkbox
              label={t("alerts.byMail")}
              helpText={mailHelp(data, t)}
              checked={boxes.byMail}
              onChange={check("byMail")}
            />
            <InlineStack gap="300" blockAlign="center">
              <Button submit variant="primary" loading={fetcher.state !== "idle"}>
                {t("alerts.save")}
              </Button>
              <span role="status">{isSaved ? t("alerts.saved") : null}</span>
            </InlineStack>
          </BlockStack>
        </form>
      </Card>
    </BlockStack>
  );
}

function mailHelp(
  { contactEmail, mailStopped }: Pick<Props, "contactEmail" | "mailStopped">,
  t: ReturnType<typeof useTranslator>["t"],
): string {
  if (contactEmail === null) return t("alerts.byMailNone");
  return mailStopped ? t("alerts.mailStopped") : t("alerts.byMailTo", { email: contactEmail });
}
