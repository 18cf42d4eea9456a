import { BlockStack } from "@shopify/polaris";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { MailSuppressed } from "#app/components/account/mail-suppressed.tsx";
import { OverdueBanner } from "#app/components/account/overdue-banner.tsx";
import { StoreStopBanner } from "#app/components/account/store-stop-banner.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { AlertNews } from "#app/components/alerts/alert-news.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { ReopenedBanner } from "#app/components/task/reopened-banner.tsx";
import type { OverdueReport } from "#app/domain/index.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { StoreStop } from "#app/ports/index.ts";
import type { ShownAlert } from "#app/services/alerts/show-alerts.server.ts";
import type { SuppressionView } from "#app/services/outbox/suppression.server.ts";
import type { ReopenedTask } from "#app/services/watch/show-reopened.server.ts";

type Props = {
  page: PageView;
  overdue?: OverdueReport | null;
  payUrl?: string;
  storeStop?: StoreStop | null;
  reopened?: ReopenedTask[];
  /** What came undone, for the ticket that is on its way. */
  note?: string | null;
  alerts?: ShownAlert[];
  mail?: { email: string | null; suppressed: SuppressionView | null; timeZone: string };
  /** Where the page's figures wait for the first reading of the account. */
  hasProgress?: boolean;
  /** What is overdue is named, and no more. */
  brief?: boolean;
};

/**
 * What is news, one at a time and the most severe first: money overdue, a store that is stopped, mails that do not arrive,
 * what came undone, what could not be checked, limits that were reached. The others wait behind one line.
 */
export function PageNews({
  page,
  overdue = null,
  payUrl,
  storeStop = null,
  reopened = [],
  note = null,
  alerts = [],
  mail,
  hasProgress = false,
  brief = false,
}: Props) {
  const { t } = useTranslator();
  const isOverdue = overdue?.overdue.state === "overdue";
  // The banner above says the same with more to it.
  const reached = isOverdue ? alerts.filter(({ news }) => news.alert !== "overdue") : alerts;
  const all = [
    isOverdue ? <OverdueBanner key="overdue" overdue={overdue} payUrl={payUrl} brief={brief} /> : null,
    storeStop === null ? null : <StoreStopBanner key="stop" stop={storeStop} kind={page.kind} />,
    mail && mail.email !== null && mail.suppressed !== null ? <MailSuppressed key="mail" {...mail} /> : null,
    reopened.length > 0 ? (
      <ReopenedBanner key="reopened" reopened={reopened} note={note} timeZone={page.timeZone} />
    ) : null,
    page.failures.length > 0 ? (
      <ChecksFailed key="failed" failures={page.failures} timeZone={page.timeZone} sync={page.sync} />
    ) : null,
    page.unread.length > 0 ? <UnreadRows key="unread" unread={page.unread} /> : null,
    reached.length > 0 ? <AlertNews key="alerts" alerts={reached} /> : null,
  ];
  const [first, ...others] = all.filter((each) => each !== null);
  return (
    <>
      {first}
      {others.length > 0 ? (
        <details className="money-more">
          <summary>{t("overview.moreNews", { count: others.length })}</summary>
          <BlockStack gap="400">{others}</BlockStack>
        </details>
      ) : null}
      {hasProgress ? <SyncProgress sync={page.sync} timeZone={page.timeZone} hasReasons /> : null}
    </>
  );
}
