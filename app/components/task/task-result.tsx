import { BlockStack, List, Text } from "@shopify/polaris";
import { type Provenance, useProvenanceText } from "#app/components/account/provenance.tsx";
import { isAboutToken, TokenWays } from "#app/components/account/token-ways.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { notesOf } from "#app/domain/closing/leftovers.ts";
import { failureText } from "#app/messages/failure-text.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { TaskStatus } from "./task-status.tsx";

type Props = {
  task: ClosingTask;
  connected: boolean;
  timeZone: string;
  /** Whether what is left is named here; false where a list follows. */
  named?: boolean;
};

/** What the last check found, object by object, with its age when it could not be repeated. */
export function TaskResult({ task, connected, timeZone, named = true }: Props) {
  const translator = useTranslator();
  const { t, note, instant } = translator;
  const provenance = useProvenanceText();
  const { status, failure, checkedAt, open, ending, funded, doubtful, checkable } = task;
  const shown = [open, ending?.contracts, doubtful?.things, funded?.things].flatMap((left) =>
    left ? notesOf(left) : [],
  );
  // A check's time and its result stand beside "Check again", below.
  const source = connected && checkable && task.evidence === "checked" ? null : provenanceOf(task, timeZone);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <TaskStatus task={task} />
      {source ? (
        <Text as="p" tone="subdued">
          {provenance(source)}
        </Text>
      ) : null}
      {failure && connected ? <Text as="p">{failureText(failure, translator, timeZone)}</Text> : null}
      {failure && connected && isAboutToken(failure) ? <TokenWays /> : null}
      {!connected && checkable && status === "unknown" ? (
        <Text as="p">{t("task.unknownNotConnected")}</Text>
      ) : null}
      {status === "done" ? <Text as="p">{t("task.allDone")}</Text> : null}
      {failure && checkedAt ? (
        <Text as="p">{t("task.lastSeen", { when: instant(checkedAt, timeZone) })}</Text>
      ) : null}
      {named && shown.length > 0 ? (
        <List>
          {shown.map((each) => (
            <List.Item key={`${each.id}${JSON.stringify(each.values)}`}>
              <bdi>{note(each)}</bdi>
            </List.Item>
          ))}
        </List>
      ) : null}
    </BlockStack>
  );
}

function provenanceOf({ evidence, checkedAt, statedAt }: ClosingTask, timeZone: string): Provenance | null {
  if (evidence === "told" && statedAt) return { kind: "told", at: statedAt, timeZone };
  if (evidence === "checked" && checkedAt) return { kind: "checked", at: checkedAt, timeZone };
  return evidence === "estimate" ? { kind: "estimate", assumptions: [] } : null;
}
