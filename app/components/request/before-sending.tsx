import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = {
  route: "starter-ticket" | "brand-ticket" | "partner-ticket";
  /** The merchant sends it, in impact.com's own form. */
  byHand: boolean;
  contactEmail: string | null;
  recipient: string;
  busy: boolean;
  leave: () => unknown;
};

/** What happens next, until when, and what cannot be undone; and the two buttons of one size. */
export function BeforeSending({ route, byHand, contactEmail, recipient, busy, leave }: Props) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("review.part.before")}
        </Text>
        <Text as="p">
          {byHand
            ? t("review.nextByHand")
            : contactEmail
              ? t("review.next", { recipient, email: contactEmail })
              : t("review.nextNoEmail", { recipient })}
        </Text>
        <Text as="p">{t(`review.until.${route}`)}</Text>
        <Text as="p">{t(`review.irreversible.${route}`)}</Text>
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
