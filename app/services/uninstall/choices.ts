import type { ChoiceName, ChoiceRow, ShopRow } from "#app/ports/index.ts";

/** What the merchant ticked, with the day and person of each decision; nothing is ticked until somebody ticks it. */
export type Choices = { remindBeforeFees: boolean; keepWatching: boolean };

export function readChoices(rows: ChoiceRow[]): Choices {
  const granted = (name: ChoiceName) => rows.some((row) => row.name === name && row.granted);
  return { remindBeforeFees: granted("remind-before-fees"), keepWatching: granted("keep-watching") };
}

/** A choice holds for a year after the uninstall; nobody wants to be watched for ever over a box ticked once. */
export const CHOICE_DAYS = 365;

/** The choices that still count for a shop that left: in time, and not overruled by "stop". */
export function choicesInForce(
  rows: ChoiceRow[],
  { uninstalledAt, mailStoppedAt }: Pick<ShopRow, "uninstalledAt" | "mailStoppedAt">,
  nowMs: number,
): Choices {
  const { remindBeforeFees, keepWatching } = readChoices(rows);
  const withTimeout =
    uninstalledAt === null || nowMs - uninstalledAt.epochMilliseconds < CHOICE_DAYS * 24 * 3_600_000;
  return {
    remindBeforeFees: remindBeforeFees && withTimeout && !mailStoppedAt,
    keepWatching: keepWatching && withTimeout,
  };
}
