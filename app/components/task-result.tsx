import { BlockStack, List, Text } from "@shopify/polaris";
import { failureText } from "#app/messages/failure-text.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { TaskStatus } from "./task-list.tsx";
import { useTranslator } from "./translator.tsx";

type Props = { task: ClosingTask; connected: boolean; timeZone: string };

/** What the last check found, object by object, with its age when it could not be repeated. */
export function TaskResult({ task, connected, timeZone }: Props) {
  const translator = useTranslator();
  const { t, note, instant } = translator;
  const { status, failure, checkedAt, open } = task;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <TaskStatus task={task} />
      {failure ? <Text as="p">{failureText(failure, translator, timeZone)}</Text> : null}
      {!connected && task.key !== "refund-form" ? <Text as="p">{t("task.unknownNotConnected")}</Text> : null}
      {status === "done" ? <Text as="p">{t("task.allDone")}</Text> : null}
      {failure && checkedAt ? (
        <Text as="p">{t("task.lastSeen", { when: instant(checkedAt, timeZone) })}</Text>
      ) : null}
      {open.length > 0 ? (
        <List>
          {open.map((each) => (
            <List.Item key={`${each.id}${JSON.stringify(each.values)}`}>
              <bdi>{note(each)}</bdi>
            </List.Item>
          ))}
        </List>
      ) : null}
    </BlockStack>
  );
}
