import { BlockStack, Button, Card, InlineGrid, List, Text } from "@shopify/polaris";
import { Figure } from "#app/components/account/figure.tsx";
import { checkedApart } from "#app/components/account/provenance.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PartnerPage } from "#app/http/account-kinds-view.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import { PartnerPayout } from "./partner-payout.tsx";

type Props = {
  partner: PartnerPage;
  currency: string;
  timeZone: string;
  /** When all of the account was checked, where the page's head says so: a figure only says when it was another time. */
  saidAt?: string | null;
};

/** What impact.com says of a partner account, and the way to close it. No fee is shown, because it pays none. */
export function PartnerHome(props: Props) {
  const { t } = useTranslator();
  return (
    <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
      <Card>
        <PartnerPayout {...props} />
      </Card>
      <Card>
        <Earnings {...props} />
      </Card>
      <Card>
        <Contracts {...props} />
      </Card>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Overdue {...props} />
          <Text as="p">{t("partner.closeBody")}</Text>
          <Button url="/app/close">{t("home.closeLink")}</Button>
        </BlockStack>
      </Card>
    </InlineGrid>
  );
}

/** None of those that could be read is not none. */
function counted(
  id: "partner.contractsOpen" | "partner.invoicesOverdue",
  { count, isLeast }: { count: number | null; isLeast: boolean },
  t: Translator["t"],
): string {
  if (count === null || (count === 0 && isLeast)) return t("common.unknown");
  const known = t(id, { count });
  return isLeast ? t("common.atLeast", { amount: known }) : known;
}

function Earnings(props: Props) {
  const { partner, currency } = props;
  const { earnings } = partner;
  const { t, money, date } = useTranslator();
  const provenance = checkedApart(earnings?.at ?? null, props);
  const amount = (value: string | undefined) => {
    if (value === undefined) return t("common.unknown");
    const known = money(value, currency);
    return earnings?.isLeast ? t("common.atLeast", { amount: known }) : known;
  };
  const { pending, awaiting } = earnings ?? {};
  // "None" would be more than is known.
  const detail = (id: "partner.pendingDetail" | "partner.awaitingDetail", count: number) =>
    earnings?.isLeast && count === 0 ? null : t(id, { count });
  return (
    <BlockStack gap="400">
      <Figure
        label={t("partner.pending")}
        value={amount(pending?.amount)}
        provenance={provenance}
        figure={null}
        detail={pending ? detail("partner.pendingDetail", pending.count) : null}
      />
      {pending?.lastLock ? (
        <Text as="p">{t("partner.pendingLast", { on: date(pending.lastLock) })}</Text>
      ) : null}
      <Figure
        label={t("partner.awaiting")}
        value={amount(awaiting?.amount)}
        provenance={provenance}
        figure={null}
        detail={awaiting ? detail("partner.awaitingDetail", awaiting.count) : null}
      />
    </BlockStack>
  );
}

function Contracts(props: Props) {
  const { t, date } = useTranslator();
  const { active, shown, at, isLeast } = props.partner.contracts;
  const more = (active ?? 0) - shown.length;
  return (
    <BlockStack gap="200">
      <Figure
        label={t("partner.contracts")}
        value={counted("partner.contractsOpen", { count: active, isLeast }, t)}
        provenance={checkedApart(at, props)}
        figure={null}
      />
      {shown.length > 0 ? (
        <List>
          {shown.map(({ id, programId, programName, endsOn }) => {
            const program = programName ?? t("partner.programById", { id: programId });
            return (
              <List.Item key={id}>
                <bdi>
                  {endsOn
                    ? t("partner.contractEnds", { program, id, on: date(endsOn) })
                    : t("partner.contract", { program, id })}
                </bdi>
              </List.Item>
            );
          })}
          {more > 0 ? <List.Item>{t("partner.contractsMore", { count: more })}</List.Item> : null}
        </List>
      ) : null}
    </BlockStack>
  );
}

function Overdue(props: Props) {
  const { t } = useTranslator();
  const { overdue } = props.partner;
  return (
    <Figure
      label={t("partner.invoices")}
      value={counted("partner.invoicesOverdue", overdue, t)}
      provenance={checkedApart(overdue.at, props)}
      figure={null}
    />
  );
}
