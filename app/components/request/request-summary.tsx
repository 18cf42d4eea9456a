import { Card, DescriptionList, Link } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Note } from "#app/domain/index.ts";

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
};

/** The answers the request rests on, each with the way to change it and back here. */
export function RequestSummary(props: Props) {
  const { route, accounts, signedUpOn, refund, balance } = props;
  const { t, date, note, list, money } = useTranslator();
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
        ]}
      />
    </Card>
  );
}

const sentences = (texts: string[]) => texts.map((text) => <p key={text}>{text}</p>);
