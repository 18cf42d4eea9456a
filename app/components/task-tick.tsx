import { useFetcher } from "@remix-run/react";
import { Checkbox } from "@shopify/polaris";
import type { TaskKey } from "#app/services/closing/closing-tasks.ts";
import { useTranslator } from "./translator.tsx";

type Props = { task: TaskKey; tickedAt: string | null; timeZone: string };

/** The merchant's own word on a task that cannot be checked, with its day; it can be taken back. */
export function TaskTick({ task, tickedAt, timeZone }: Props) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher();
  const sent = fetcher.formData?.get("done");
  const ticked = sent ? sent === "yes" : tickedAt !== null;
  const tick = (done: boolean) =>
    fetcher.submit({ task, done: done ? "yes" : "no" }, { method: "post", action: "/app/close/tick" });
  return (
    <Checkbox
      label={t("tick.label")}
      helpText={tickedAt ? t("tick.told", { when: instant(tickedAt, timeZone) }) : t("tick.help")}
      checked={ticked}
      onChange={tick}
    />
  );
}
