import { Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { feeFigure } from "#app/components/account/fee-figure.ts";
import { Why } from "#app/components/account/why.tsx";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import type { LeftCounts, RequestState, StandingReport } from "#app/domain/index.ts";
import { contractsLeft, invoicesLeft } from "#app/domain/report/left-numbers.ts";
import type { Translator } from "#app/messages/translator.ts";
import { Band } from "./band.tsx";
import { bounded } from "./bounded.ts";
import { type DatedStep, DatedSteps } from "./dated-steps.tsx";
import { FigureCell } from "./figure-cell.tsx";

export type HomeRequest = {
  reference: string;
  state: RequestState;
  sentOn: string | null;
  /** The merchant took it to impact.com. */
  isByHand: boolean;
  sentTo: string;
  nextOn: string | null;
  /** The day by which an answer was awaited, once it has gone by. */
  overdueSince: string | null;
  earliest: string | null;
};

type Props = { request: HomeRequest; standing: StandingReport | null; today: string };

/** The request on its way: what was sent, what comes when, and what is still charged. */
export function RequestedCard({ request, standing, today }: Props) {
  const words = useTranslator();
  const { t, locale } = words;
  const { reference, state, sentOn, isByHand } = request;
  // It mostly leaves within a second: the page says so by itself.
  useBackgroundWork(state === "ready" ? `request=${reference}` : null, "sending");
  return (
    <Card padding="0">
      <div className="money-pad">
        <Text as="h2" variant="headingSm">
          {t("overview.request.title")}
        </Text>
        <DatedSteps steps={requestedSteps({ request, standing, today }, words)} />
        <InlineStack gap="200">
          <Button url={`/app/close/requests/${reference}`}>{t("overview.request.add")}</Button>
          {sentOn && !isByHand ? (
            <DownloadButton
              label={t("receipt.pdf.get")}
              href={`/app/close/requests/${reference}/receipt.pdf?locale=${locale}`}
            />
          ) : null}
        </InlineStack>
      </div>
      <RequestBand state={state} />
    </Card>
  );
}

/** What uninstalling does not do to the request; what impact.com did not accept goes on no more. */
export function RequestBand({ state }: Pick<HomeRequest, "state">) {
  const { t } = useTranslator();
  const isOver = state === "rejected";
  return (
    <Band
      plain
      title={t(isOver ? "overview.band.title" : "overview.band.request")}
      line={t(isOver ? "overview.band.noFeeLine" : "overview.band.requestMail")}
      link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
    />
  );
}

/** What was sent and what comes, by day. */
export function requestedSteps({ request, standing, today }: Props, words: Translator): DatedStep[] {
  const { t, dated, monthName } = words;
  const { nextOn, overdueSince, earliest } = request;
  const next = standing?.fee.next ?? null;
  const steps: (DatedStep & { on: string })[] = [
    sentStep(request, today, words),
    ...(overdueSince
      ? [
          {
            key: "follow-up",
            on: overdueSince,
            mark: "now" as const,
            day: dated(overdueSince, today),
            text: <strong>{t("request.step.followUp")}</strong>,
            detail: t("receipt.overdueSince", { on: dated(overdueSince, today) }),
          },
        ]
      : []),
    ...(nextOn
      ? [
          {
            key: "answer",
            on: nextOn,
            mark: "ahead" as const,
            day: t("overview.request.by", { on: dated(nextOn, today) }),
            text: t("overview.request.answer"),
          },
        ]
      : []),
    ...(earliest
      ? [
          {
            key: "earliest",
            on: earliest,
            mark: "ahead" as const,
            day: dated(earliest, today),
            text: t("overview.request.closing"),
          },
        ]
      : []),
    ...(standing && next
      ? [
          {
            key: "fee",
            on: next.date,
            mark: "charge" as const,
            day: dated(next.date, today),
            text: t("overview.request.fee", {
              amount: bounded(next, standing.currency, words),
              month: monthName(next.coveredMonth),
            }),
            detail: t("overview.request.whole"),
            link: (
              <Why
                figure={feeFigure(next.coveredMonth, standing.asOf)}
                label={t("overview.fee.next")}
                shown={bounded(next, standing.currency, words)}
              />
            ),
          },
        ]
      : []),
  ];
  return steps.toSorted((a, b) => a.on.localeCompare(b.on));
}

/** When it was sent and by whom; until then that it was not, today. */
export function sentStep(
  { reference, state, sentOn, isByHand, sentTo }: HomeRequest,
  today: string,
  { t, dated }: Pick<Translator, "t" | "dated">,
): DatedStep & { on: string } {
  const text =
    sentOn && !isByHand
      ? t("overview.request.sent", { to: sentTo })
      : t(`home.requestState.${sentOn ? "handed-over" : state}`);
  return {
    key: "sent",
    on: sentOn ?? today,
    mark: "now",
    day: dated(sentOn ?? today, today),
    text: <strong>{text}</strong>,
    detail: t("overview.request.reference", { reference }),
  };
}

/** What impact.com asks for first, as four numbers of what is left, each with the page where it is done. */
export function StillOpenCard({ left }: { left: LeftCounts }) {
  const { t, money } = useTranslator();
  const { contracts, invoices, actions, catalogs, currency } = left;
  const ofSum = ({ count, amount }: { count: number; amount: string }) => ({
    count,
    amount: money(amount, currency),
  });
  const paid = invoices && invoices.funded.count > 0 ? ofSum(invoices.funded) : null;
  const toPay = actions && actions.unpaid.count > 0 ? ofSum(actions.unpaid) : null;
  // Beside what is left it would only be noise.
  const fromBalance =
    actions && !toPay && actions.pending.count === 0 && actions.funded.count > 0
      ? ofSum(actions.funded)
      : null;
  const cells = [
    {
      label: t("overview.open.contracts"),
      value: contracts && t("overview.open.left", { count: contractsLeft(contracts) }),
      line: contracts?.ending ? t("overview.open.ending", { count: contracts.ending.count }) : null,
      task: "expire-contracts",
    },
    {
      label: t("overview.open.invoices"),
      value: invoices && t("overview.open.unpaid", { count: invoicesLeft(invoices) }),
      line: paid && t("closing.detail.fundedInvoices", paid),
      task: "settle-invoices",
    },
    {
      label: t("overview.open.actions"),
      value: actions && t("overview.open.pending", { count: actions.pending.count }),
      line: toPay
        ? t("closing.detail.toPay", toPay)
        : fromBalance && t("closing.detail.fundedActions", fromBalance),
      task: "pay-actions",
    },
    {
      label: t("overview.open.catalogs"),
      value: catalogs && t("overview.open.listed", { count: catalogs.count }),
      line: t("overview.open.notRequired"),
      task: "delete-catalogs",
    },
  ] as const;
  return (
    <Card padding="0">
      <div className="money-pad">
        <Text as="h2" variant="headingSm">
          {t("closing.tasks.title")}
        </Text>
        <Text as="p" tone="subdued">
          {t("closing.tasks.sentHelp")}
        </Text>
      </div>
      <div className="money-figures money-four">
        {cells.map(({ label, value, line, task }) => (
          <FigureCell
            key={task}
            label={label}
            unknown={value === null}
            value={value ?? t("provenance.unknown")}
          >
            {line ? (
              <Text as="p" tone="subdued">
                {line}
              </Text>
            ) : null}
            <div className="money-act">
              <Link url={`/app/close/${task}`} removeUnderline>
                {t(`close.task.${task}`)}
              </Link>
            </div>
          </FigureCell>
        ))}
      </div>
    </Card>
  );
}
