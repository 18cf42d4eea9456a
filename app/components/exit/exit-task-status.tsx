import { useTranslator } from "#app/components/page/translator.tsx";
import { numberLeft } from "#app/domain/closing/leftovers.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

/** How a task stands, in a line: by the last check, or by the merchant's word with its time. */
export function ExitTaskStatus({ task, timeZone }: { task: ClosingTask; timeZone?: string }) {
  const { t, date, instant } = useTranslator();
  const { status, open, ending, funded, evidence, statedAt, checkable } = task;
  if (status === "unknown" && !checkable) return t("exit.item.onlyYou");
  if (evidence === "checked" && status === "done" && ending)
    return t("close.ending", { count: numberLeft(ending.contracts), on: date(ending.lastOn) });
  if (status === "funded") return t("close.status.funded", { on: date(funded?.lastOn ?? "") });
  if (evidence !== "told") return t(`exit.item.${status}`, { count: numberLeft(open) });
  const words = `${t(status === "done" ? "close.status.done" : "close.status.openPlain")} · ${t("close.told")}`;
  return statedAt && timeZone ? `${words} · ${instant(statedAt, timeZone)}` : words;
}
