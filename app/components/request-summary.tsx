import { Card, DescriptionList, Link } from "@shopify/polaris";
import type { Note } from "#app/domain/index.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { useTranslator } from "./translator.tsx";

type Props = {
  account: string | null;
  signedUpOn: string | null;
  refund: Note | null;
  recipient: string;
  tasks: ClosingTask[];
};

/** The answers the request rests on, each with the way to change it. */
export function RequestSummary({ account, signedUpOn, refund, recipient, tasks }: Props) {
  const { t, date, note, list } = useTranslator();
  const open = tasks.filter(({ status }) => status === "open").map(({ key }) => t(`close.task.${key}`));
  const change = (url: string, what: string) => (
    <Link url={url} accessibilityLabel={`${t("common.edit")}: ${what}`}>
      {t("common.edit")}
    </Link>
  );
  const row = (term: string, value: string, url: string | null) => ({
    term,
    description: (
      <span>
        {value} {url ? change(url, term) : null}
      </span>
    ),
  });
  return (
    <Card>
      <DescriptionList
        items={[
          row(t("review.account"), account ?? t("common.unknown"), "/app/setup"),
          row(t("review.signedUpOn"), signedUpOn ? date(signedUpOn) : t("common.unknown"), "/app/setup"),
          row(t("review.refund"), refund ? note(refund) : t("common.unknown"), null),
          row(t("review.openItems"), open.length > 0 ? list(open) : t("review.noOpenItems"), "/app/close"),
          row(t("review.recipient"), recipient, null),
        ]}
      />
    </Card>
  );
}
