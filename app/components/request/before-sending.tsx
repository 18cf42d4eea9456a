import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Bound } from "#app/domain/report/standing-json.ts";
import { spaced } from "#app/messages/close-up.ts";

type Props = {
  route: "starter-ticket" | "brand-ticket" | "partner-ticket";
  /** The merchant sends it, in impact.com's own form. */
  byHand: boolean;
  contactEmail: string | null;
  recipient: string;
  /** The next charge while the account is open; null where no fee is known. */
  nextFee: { amount: string; bound: Bound; date: string; currency: string; today: string } | null;
  busy: boolean;
  leave: () => unknown;
};

/** What happens next, until when, and what cannot be undone; and the two buttons of one size. */
export function BeforeSending({ route, byHand, contactEmail, recipient, nextFee, busy, leave }: Props) {
  const { t, money, dated } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("review.part.before")}
        </Text>
        <Told title={t("review.head.next")}>
          {byHand
            ? t("review.nextByHand")
            : contactEmail
              ? t("review.next", { recipient, email: contactEmail })
              : t("review.nextNoEmail", { recipient })}
        </Told>
        <Told title={t("review.head.until")}>{t(`review.until.${route}`)}</Told>
        {nextFee ? (
          <Text as="p">
            {t("review.nextFee", {
              bound: nextFee.bound,
              amount: money(nextFee.amount, nextFee.currency),
              on: dated(nextFee.date, nextFee.today),
            })}
          </Text>
        ) : null}
        <Told title={t("review.head.final")}>
          {spaced(t(`review.irreversible.${route}`))}
          <Link url="/app/close/export">{t("closing.exportData")}</Link>
        </Told>
        <Button submit variant="primary" fullWidth loading={busy}>
          {t("review.submit")}
        </Button>
        <Button fullWidth onClick={leave}>
          {t("review.leave")}
        </Button>
      </BlockStack>
    </Card>
  );
}

const Told = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    <Text as="p">{children}</Text>
  </div>
);
