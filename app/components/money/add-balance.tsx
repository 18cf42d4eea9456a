import { useFetcher } from "@remix-run/react";
import { Button, Card, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FundingProblem } from "#app/http/read-funding-form.ts";

type Props = { today: string; currency: string };

/** Without the balance nobody can say what the card paid: it is asked for where it is missed. */
export function AddBalanceCard({ today, currency }: Props) {
  const { t } = useTranslator();
  const fetcher = useFetcher<{ problems: FundingProblem[] }>();
  const [balance, setBalance] = useState("");
  const [asOf, setAsOf] = useState(today);
  const problems = fetcher.data?.problems ?? [];
  const errorOf = (field: FundingProblem["field"]) => {
    const problem = problems.find((each) => each.field === field);
    return problem && t(problem.message, problem.values);
  };
  return (
    <Card>
      <Text as="h2" variant="headingSm">
        {t("ledger.balance.title")}
      </Text>
      <Text as="p" tone="subdued">
        {t("ledger.balance.line")}
      </Text>
      <fetcher.Form method="post" action="/app/ledger" noValidate>
        <div className="money-add">
          <TextField
            label={t("ledger.balance.amount")}
            name="balance"
            value={balance}
            onChange={setBalance}
            error={errorOf("balance")}
            suffix={currency}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            label={t("ledger.balance.on")}
            name="balanceAsOf"
            type="date"
            value={asOf}
            onChange={setAsOf}
            error={errorOf("balanceAsOf")}
            autoComplete="off"
          />
          <Button submit loading={fetcher.state !== "idle"}>
            {t("common.save")}
          </Button>
        </div>
      </fetcher.Form>
    </Card>
  );
}
