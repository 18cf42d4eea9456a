import { Banner, BlockStack, Link, List } from "@shopify/polaris";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { notesOf } from "#app/domain/closing/leftovers.ts";
import { spaced } from "#app/messages/close-up.ts";
import type { ReopenedTask } from "#app/services/watch/show-reopened.server.ts";

type Props = { reopened: ReopenedTask[]; timeZone: string; note?: string | null };

/** What was done for closing and came undone, by name; with a note for the ticket when one is on its way. */
export function ReopenedBanner({ reopened, timeZone, note = null }: Props) {
  const { t, instant, note: say } = useTranslator();
  if (reopened.length === 0) return null;
  return (
    <Banner tone="warning" title={t("watch.title", { count: reopened.length })}>
      <BlockStack gap="200">
        <List>
          {reopened.map(({ task, leftovers, at }) => (
            <List.Item key={task}>
              {spaced(t("watch.text", { task: t(`close.task.${task}`), when: instant(at, timeZone) }))}
              {notesOf(leftovers).map((each) => (
                <bdi key={say(each)}>{spaced(say(each))}</bdi>
              ))}
              <Link
                url={`/app/close/${task}`}
                accessibilityLabel={`${t("watch.link")}: ${t(`close.task.${task}`)}`}
              >
                {t("watch.link")}
              </Link>
            </List.Item>
          ))}
        </List>
        {note ? <CopyText label={t("watch.note")} text={note} lang="en" /> : null}
      </BlockStack>
    </Banner>
  );
}
