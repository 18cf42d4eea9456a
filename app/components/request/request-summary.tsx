import { Card, DescriptionList, Link } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Note } from "#app/domain/index.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

type Props = {
  route: "starter-ticket" | "brand-ticket" | "partner-ticket";
  accounts: string[];
  /** A connected brand account is changed where it is connected. */
  namesAccounts: boolean;
  signedUpOn: string | null;
  /** What is likely, and what stands against more; empty while nothing is known. */
  refund: Note[];
  /** Only of a partner: what they saw, and what shall happen to it. */
  balance: { amount: string | null; payoutChoice: "paystub" | "forfeit" | "withdraw" | null } | null;
  currency: string;
  recipient: string;
  tasks: ClosingTask[];
};

/** The answers the request rests on, each with the way to change it and back here. */
export function RequestSummary(props: Props) {
  const { route, accounts, signedUpOn, refund, balance, recipient, tasks } = props;
  const { t, date, note, list, money } = useTranslator();
  const named = (status: ClosingTask["status"], but?: ClosingTask["key"][]) =>
    tasks
      .filter((each) => each.status === status && !but?.includes(each.key))
      .map(({ key }) => t(`close.task.${key}`));
  const open = named("open");
  // A form or a balance that nobody can look up is asked for in its own place, and no open item.
  const unchecked = named("unknown", ["refund-form", "partner-balance"]);
  const items = [
    ...(open.length > 0 ? [list(open)] : unchecked.length > 0 ? [] : [t("review.noOpenItems")]),
    ...(unchecked.length > 0 ? [t("review.unchecked", { items: list(unchecked) })] : []),
  ];
  const row = (term: string, value: ReactNode, url: string | null) => ({
    term,
    description: (
      <div style={{ overflowWrap: "anywhere" }}>
        {value}{" "}
        {url ? (
          <Link url={url} accessibilityLabel={`${t("common.edit")}: ${term}`}>
            {t("common.edit")}
          </Link>
        ) : null}
      </div>
    ),
  });
  const [account, ...further] = accounts;
  const isPartner = route === "partner-ticket";
  const details = props.namesAccounts ? "/app/close/details?back=review" : "/app/setup?back=review";
  const shownBalance = [
    balance?.amount ? money(balance.amount, props.currency) : t("common.unknown"),
    ...(balance?.payoutChoice ? [t(`balance.way.${balance.payoutChoice}`)] : []),
  ];
  return (
    <Card>
      <DescriptionList
        items={[
          row(t("review.route"), t(`review.route.${route}`), "/app/close/route?back=review"),
          row(t("review.account"), account ?? t("common.unknown"), details),
          ...(isPartner
            ? [
                row(t("review.further"), further.length > 0 ? list(further) : t("common.none"), details),
                row(t("review.balance"), shownBalance.join(" · "), "/app/close/partner-balance?back=review"),
              ]
            : [
                row(
                  t("review.signedUpOn"),
                  signedUpOn ? date(signedUpOn) : t("common.unknown"),
                  "/app/setup?back=review",
                ),
                row(
                  t("review.refund"),
                  refund.length > 0 ? sentences(refund.map(note)) : t("common.unknown"),
                  null,
                ),
              ]),
          row(t("review.openItems"), items.join(" · "), "/app/close?back=review"),
          row(t("review.recipient"), recipient, null),
        ]}
      />
    </Card>
  );
}

const sentences = (texts: string[]) => texts.map((text) => <p key={text}>{text}</p>);
