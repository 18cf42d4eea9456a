import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { MailSuppressed } from "#app/components/account/mail-suppressed.tsx";
import { OverdueBanner } from "#app/components/account/overdue-banner.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { ReopenedBanner } from "#app/components/task/reopened-banner.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { SuppressionView } from "#app/services/outbox/suppression.server.ts";
import type { ReopenedTask } from "#app/services/watch/show-reopened.server.ts";

type Props = {
  page: PageView;
  standing: StandingReport | null;
  reopened: ReopenedTask[];
  mail: { email: string | null; suppressed: SuppressionView | null; timeZone: string };
};

/** What is news, the most severe first: money overdue, then what came undone, then what could not be checked. */
export function HomeNews({ page, standing, reopened, mail }: Props) {
  return (
    <>
      <OverdueBanner standing={standing} />
      <ReopenedBanner reopened={reopened} timeZone={page.timeZone} />
      <MailSuppressed {...mail} />
      <SyncProgress sync={page.sync} timeZone={page.timeZone} hasReasons />
      <UnreadRows unread={page.unread} />
      <ChecksFailed failures={page.failures} timeZone={page.timeZone} sync={page.sync} />
    </>
  );
}
