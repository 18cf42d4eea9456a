import { feeFigure } from "#app/components/account/fee-figure.ts";
import { Facts } from "#app/components/closing/facts.tsx";
import { isSome } from "#app/components/money/amounts.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Translator } from "#app/messages/translator.ts";
import type { BeforeUninstallView } from "#app/services/uninstall/show-before-uninstall.server.ts";
import type { Fact } from "./facts.tsx";

/** That uninstalling does not close the account, what that costs, and what goes on by itself. */
export function BeforeFacts({ view }: { view: BeforeUninstallView }) {
  const { t, money, dated, number } = useTranslator();
  const { standing, contracts, today, goesOn, request, unproved } = view;
  const isBrand = goesOn === "brand";
  const fee = standing?.fee.next;
  const costs = () => {
    if (goesOn === "partner" || goesOn === "agency") return t("kinds.uninstall.body");
    if (standing === null) return t(isBrand ? "before.goesOn.feeUnknown" : "before.goesOn.otherEdition");
    return t("before.costs", {
      bound: standing.staying.minimum.bound,
      perMonth: money(standing.staying.minimum.perMonth, standing.currency),
      perYear: money(standing.staying.minimum.perYear, standing.currency),
    });
  };
  // What it cost lately is said beside what it costs at least (D3), and commissions apart from the fee (D2).
  const usual = standing?.staying.lastMonths ?? null;
  const commissions = standing?.commissions.last30Days ?? null;
  const facts: Fact[] = [
    ...(fee && standing
      ? [
          {
            label: t("before.fee"),
            value: { mark: t(`closing.bound.${fee.bound}`), text: money(fee.amount, standing.currency) },
            notes: [t("before.feeOn", { on: dated(fee.date, today) })],
            foot: { figure: feeFigure(fee.coveredMonth, standing.asOf) },
          },
        ]
      : []),
    ...(contracts !== null
      ? [
          {
            label: t("before.contracts"),
            value: { text: contracts === 0 ? t("common.none") : number(contracts) },
            notes:
              contracts === 0
                ? []
                : [t(goesOn === "partner" ? "before.contractsPartner" : "before.contractsNote")],
            foot: { link: t("before.contractsSee"), url: "/app/close" },
          },
        ]
      : []),
    ...(isBrand || goesOn === "other-brand"
      ? [
          {
            label: t("before.card"),
            value: { text: t("before.cardStays") },
            notes: [t("before.cardNote")],
            foot: null,
          },
        ]
      : []),
  ];
  return (
    <Facts
      stacked
      lead={{
        ...headOf(request, t),
        notes: [
          ...(unproved ? [t("before.unproved")] : []),
          ...(request
            ? [
                t(isUnsent(request) ? "closing.sent.noteReady" : "before.sentNote", {
                  reference: request.reference,
                }),
              ]
            : []),
          costs(),
          ...(standing && usual
            ? [t("before.goesOn.lastMonths", { amount: money(usual.perMonth, standing.currency) })]
            : []),
          ...(standing && commissions && isSome(commissions.amount)
            ? [t("before.goesOn.commissions", { amount: money(commissions.amount, standing.currency) })]
            : []),
        ],
        foot: request
          ? { link: t("close.request.see"), url: `/app/close/requests/${request.reference}` }
          : null,
      }}
      facts={facts}
    />
  );
}

type Request = BeforeUninstallView["request"];

const isUnsent = (request: Request): boolean => request?.phase === "ready";

/** A request that has not left, or lies in the merchant's own hands, is not called sent. */
function headOf(request: Request, t: Translator["t"]): Pick<Fact, "label" | "value"> {
  if (isUnsent(request)) return { label: t("closing.sent.now"), value: { text: t("closing.sent.ready") } };
  return {
    label: t(request ? "before.sent" : "before.nothingElse"),
    value: { text: t(request ? "before.sentHead" : "before.head") },
  };
}
