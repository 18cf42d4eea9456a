import { Button } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { Freshness } from "#app/components/account/freshness.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingPageView } from "#app/http/closing-page.server.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { ReturnTo } from "#app/http/return-to.ts";
import { ClosingHead } from "./closing-head.tsx";

/** Close account's head: one way on, and it is visible without scrolling. */
export function CloseHead({ view, page, back }: { view: ClosingPageView; page: PageView; back: ReturnTo }) {
  const { t } = useTranslator();
  const { request, route } = view;
  const isTrial = route.closingPath.route === "trial-cancel" && !request;
  return (
    <ClosingHead
      title={t("close.title")}
      badges={badgesOf(view, t)}
      back={{ label: t(back.title), url: back.url }}
      meta={<Freshness {...page.freshness} small />}
      actions={<Actions view={view} isTrial={isTrial} />}
    />
  );
}

type Badged = {
  request: Pick<NonNullable<ClosingPageView["request"]>, "phase"> | null;
  route: { closingPath: Pick<ClosingPageView["route"]["closingPath"], "route"> };
};

export function badgesOf({ request, route }: Badged, t: ReturnType<typeof useTranslator>["t"]) {
  // Until it has left, or the merchant says so, nothing calls it sent.
  if (request?.phase === "ready") return [{ text: t("closing.sent.ready") }];
  if (request) return [{ text: t("closing.requestSent"), tone: "info" as const }];
  if (route.closingPath.route === "trial-cancel") return [{ text: t("closing.inTrial") }];
  if (route.closingPath.route === "partner-ticket") return [{ text: t("closing.partnerAccount") }];
  return [];
}

function Actions({ view, isTrial }: { view: ClosingPageView; isTrial: boolean }) {
  const { t } = useTranslator();
  const { request, route, isOver } = view;
  if (request)
    return (
      <>
        <Button url="/app/close/export">{t("closing.exportData")}</Button>
        <Button variant="primary" url={`/app/close/requests/${request.reference}`}>
          {t("close.request.see")}
        </Button>
      </>
    );
  if (isTrial)
    return (
      <>
        <Button url="/app/close/review">{t("closing.trial.instead")}</Button>
        <Button variant="primary" url={route.subscriptionUrl} target="_blank" icon={ExternalIcon}>
          {t("closing.trial.open")}
        </Button>
      </>
    );
  if (isOver)
    return (
      <>
        <Button url="/app/close/export">{t("closing.exportData")}</Button>
        <Button url="/app/close/review">{t("close.againLink")}</Button>
      </>
    );
  return (
    <>
      <Button url="/app/close/export">{t("closing.exportData")}</Button>
      <Button variant="primary" url="/app/close/review">
        {t("close.review")}
      </Button>
    </>
  );
}
