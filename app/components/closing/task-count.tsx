import { Badge, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { numberLeft } from "#app/domain/closing/leftovers.ts";
import type { ItemPage, ItemState } from "#app/domain/closing-path/task-items.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { taskGroup } from "./task-group.ts";
import { endingBadge } from "./task-words.ts";

/** The result first: how many things are left, and of which kind; the bar repeats the list and can be left out. */
export function TaskCount({ task, page, today }: { task: ClosingTask; page: ItemPage; today: string }) {
  const translator = useTranslator();
  const { t, number } = translator;
  const ending = endingBadge(task, today, translator);
  const left = page.tabs.find(({ show }) => show === "left")?.count ?? 0;
  const states = page.tabs.filter(({ show }) => show !== "left") as { show: ItemState; count: number }[];
  return (
    <Card>
      <h2 className="task-count">
        <b>{number(left)}</b> {t(`closing.count.${taskGroup(task.key)}`, { count: left })}
        {ending ? <Badge tone="info">{ending.text}</Badge> : null}
      </h2>
      {ending && task.ending ? (
        <Text as="p">{t("closing.count.ending", { count: numberLeft(task.ending.contracts) })}</Text>
      ) : null}
      {task.doubtful ? (
        <Text as="p">{t("closing.doubtful", { count: numberLeft(task.doubtful.things) })}</Text>
      ) : null}
      {states.length > 0 ? (
        <>
          <div className="split-bar" aria-hidden="true">
            {states.map(({ show, count }) => (
              <i key={show} className={`split split-${show}`} style={{ flexGrow: count }} />
            ))}
          </div>
          <ul className="split-keys">
            {states.map(({ show, count }) => (
              <li key={show}>
                <i className={`split split-${show}`} aria-hidden="true" />
                {t("closing.count.of", { count, state: t(`closing.item.${show}`) })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
