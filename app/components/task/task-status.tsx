import { Badge, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { numberLeft } from "#app/domain/closing/leftovers.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

/** The status in a word; what only the merchant said is marked as theirs. */
export function TaskStatus({ task }: { task: ClosingTask }) {
  const { t, date } = useTranslator();
  const { status, open, ending } = task;
  const stated = task.evidence === "told" ? ` · ${t("close.told")}` : "";
  if (status === "done" && ending && stated === "")
    return (
      <Text as="span">
        {t("close.ending", { count: numberLeft(ending.contracts), on: date(ending.lastOn) })}
      </Text>
    );
  if (status === "done") return <Text as="span">{`${t("close.status.done")}${stated}`}</Text>;
  if (status === "unknown") return <Badge>{t("close.status.unknown")}</Badge>;
  const count = numberLeft(open);
  const left = count > 0 ? t("close.status.open", { count }) : t("close.status.openPlain");
  return <Badge tone="attention">{`${left}${stated}`}</Badge>;
}
