import { Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { postForm } from "#app/components/page/post-form.ts";
import { useReload } from "#app/components/page/reload.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { numberLeft } from "#app/domain/closing/leftovers.ts";
import { failureText } from "#app/messages/failure-text.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import type { CheckOutcome } from "#app/services/sync/read-resource.server.ts";

type Props = {
  task: ClosingTask;
  timeZone: string;
  /** The page says itself why a check failed and what was seen last. */
  shownAbove?: boolean;
};
type State = "idle" | "checking" | "unreachable" | CheckOutcome["outcome"];

/** When this task was checked and with what result; and its own way to check again, without leaving the place. */
export function TaskCheck({ task, timeZone, shownAbove = false }: Props) {
  const { t } = useTranslator();
  const reload = useReload();
  const [state, setState] = useState<State>("idle");
  const words = useCheckWords(task, timeZone, state);
  const check = async () => {
    setState("checking");
    const answer = await postForm<CheckOutcome>("/app/close/check", { task: task.key });
    setState(answer?.outcome ?? "unreachable");
    reload();
  };
  return (
    <InlineStack gap="200" blockAlign="center">
      <div role="status" aria-busy={state === "checking"}>
        {(shownAbove && task.failure && state === "idle" ? [] : words).map((line) => (
          <Text as="p" key={line} tone="subdued" variant="bodySm">
            {line}
          </Text>
        ))}
      </div>
      {task.key === "refund-form" ? null : (
        // Disabled it would lose the focus; a second press while it runs does nothing.
        <Button
          variant="plain"
          size="micro"
          onClick={() => void (state === "checking" ? null : check())}
          accessibilityLabel={t("check.againFor", { task: t(`close.task.${task.key}`) })}
        >
          {t("check.again")}
        </Button>
      )}
    </InlineStack>
  );
}

function useCheckWords(
  { failure, checkedAt, open, status, key }: ClosingTask,
  timeZone: string,
  state: State,
): string[] {
  const translator = useTranslator();
  const { t, instant } = translator;
  if (state === "checking") return [t("check.checking")];
  if (state === "unreachable") return [t("check.unreachable")];
  if (state === "not-connected") return [t("check.notConnected")];
  if (state === "reading") return [t("check.reading")];
  if (key === "refund-form") return [];
  const when = checkedAt && instant(checkedAt, timeZone);
  if (failure) {
    const seen = when ? t("check.lastSeen", { when, count: numberLeft(open) }) : t("check.never");
    return [t("check.failedSeen"), failureText(failure, translator, timeZone), seen];
  }
  return [when ? t("check.done", { when, status, count: numberLeft(open) }) : t("check.never")];
}
