import { useTranslator } from "#app/components/page/translator.tsx";
import { notesOf } from "#app/domain/closing/leftovers.ts";
import { spaced } from "#app/messages/close-up.ts";
import type { Progress } from "#app/services/watch/show-progress.server.ts";

type Props = Pick<Progress, "reopened" | "note"> & { timeZone: string };

/** What was done for closing and came undone, by name, as plain HTML; with a note for the ticket when one is on its way. */
export function ExitReopened({ reopened, note, timeZone }: Props) {
  const { t, instant, note: say } = useTranslator();
  if (reopened.length === 0) return null;
  return (
    <section className="errors" aria-labelledby="reopened">
      <h2 id="reopened">{t("watch.title", { count: reopened.length })}</h2>
      <ul>
        {reopened.map(({ task, leftovers, at }) => (
          <li key={task}>
            {spaced(t("watch.text", { task: t(`close.task.${task}`), when: instant(at, timeZone) }))}
            {notesOf(leftovers).map((each) => (
              <bdi key={say(each)}>{spaced(say(each))}</bdi>
            ))}
            <a href={`/exit/tasks/${task}`} aria-label={`${t("watch.link")}: ${t(`close.task.${task}`)}`}>
              {t("watch.link")}
            </a>
          </li>
        ))}
      </ul>
      {note ? (
        <>
          <p>{t("watch.note")}</p>
          <pre lang="en">{note}</pre>
        </>
      ) : null}
    </section>
  );
}
