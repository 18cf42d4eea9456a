import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

/** How a task stands, in a line: by the last check, or by the merchant's word with its time. */
export function ExitTaskStatus({ task, timeZone }: { task: ClosingTask; timeZone?: string }) {
  const { t, instant } = useTranslator();
  const { status, open, evidence, toldAt, checkable } = task;
  if (status === "unknown" && !checkable) return t("exit.item.onlyYou");
  if (evidence !== "told") return t(`exit.item.${status}`, { count: open.length });
  const words = `${t(status === "done" ? "close.status.done" : "close.status.openPlain")} · ${t("close.told")}`;
  return toldAt && timeZone ? `${words} · ${instant(toldAt, timeZone)}` : words;
}
