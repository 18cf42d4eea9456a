import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { SuppressionView } from "#app/services/outbox/suppression.server.ts";

type Props = {
  email: string | null;
  suppressed: SuppressionView | null;
  timeZone: string;
  /** Home leads to Setup, where the button is. */
  isLiftedHere?: boolean;
};

/** Says that the address on file refuses our mail, since when and until when: a warning nobody gets must not look like one. */
export function MailSuppressed({ email, suppressed, timeZone, isLiftedHere = false }: Props) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher<{ lifted: boolean }>();
  if (email === null || suppressed === null)
    return <div role="status">{fetcher.data?.lifted ? t("suppressed.lifted") : null}</div>;
  const { reason, since, until } = suppressed;
  const action = isLiftedHere
    ? {
        content: t("suppressed.lift"),
        onAction: () =>
          fetcher.submit({ intent: "lift-suppression" }, { method: "post", action: "/app/setup" }),
        loading: fetcher.state !== "idle",
      }
    : { content: t("suppressed.toSetup"), url: "/app/setup" };
  const times = { since: instant(since, timeZone), until: until === null ? "" : instant(until, timeZone) };
  return (
    <Banner tone="critical" title={t("suppressed.title")} action={action}>
      <BlockStack gap="200">
        <p>{t(`suppressed.${reason}`, { email, ...times })}</p>
        {isLiftedHere ? <p>{t("suppressed.liftHelp")}</p> : null}
      </BlockStack>
    </Banner>
  );
}
