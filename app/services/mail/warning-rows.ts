import { asksForNone } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { WarningFacts } from "../uninstall/warning-facts.ts";

type WrittenRow = Extract<MailBlock, { kind: "rows" }>["rows"][number];
type Row = Omit<WrittenRow, "line">;
type Request = NonNullable<WarningFacts["request"]>;

/** So many figures a short mail has room for. */
const MOST_ROWS = 3;

/** The figures of the warning in the order of weight; what is not known has no row. */
export function costRows(facts: WarningFacts, translator: Translator): WrittenRow[] {
  const sent = facts.request && asksForNone(facts.request.standing) ? facts.request : null;
  const rows = sent
    ? [
        overdueRow(facts, translator),
        answerRow(sent, translator),
        feeRow(facts, "mail.row.feeIfOpen", translator),
        earliestRow(facts, translator),
      ]
    : [
        overdueRow(facts, translator),
        feeRow(facts, "mail.row.fee", translator),
        stayingRow(facts, translator),
        commissionsRow(facts, translator),
      ];
  return rows
    .filter((row) => row !== null)
    .slice(0, MOST_ROWS)
    .map((row) => ({ ...row, line: lineOf(row, translator) }));
}

/** Each language has its own colon and brackets. */
const lineOf = ({ label, value, note }: Row, { t }: Translator): string =>
  note === null ? t("mail.row.line", { label, value }) : t("mail.row.lineNoted", { label, value, note });

function overdueRow({ overdue, currency }: WarningFacts, { t, money, date }: Translator): Row | null {
  if (!overdue) return null;
  return {
    label: t("mail.row.overdue"),
    value: money(overdue.amount, currency),
    note: t("mail.row.overdueNote", { on: date(overdue.since) }),
  };
}

function answerRow({ answerBy }: Request, { t, date }: Translator): Row | null {
  if (answerBy === null) return null;
  return { label: t("mail.row.answer"), value: date(answerBy), note: t("mail.row.answerNote") };
}

/** Null where the fee's day has gone by while the mail waited: what each month costs follows all the same. */
function feeRow(
  { nextFee, firstFee, currency }: WarningFacts,
  label: "mail.row.fee" | "mail.row.feeIfOpen",
  { t, money, date }: Translator,
): Row | null {
  if (nextFee === null) return null;
  const note = firstFee
    ? t("mail.row.firstFeeNote", { on: date(nextFee.date), earliest: date(firstFee.earliest) })
    : t("mail.row.feeNote", { on: date(nextFee.date) });
  return {
    label: t(label),
    value: t(`mail.row.${nextFee.bound}`, { amount: money(nextFee.amount, currency) }),
    note,
  };
}

function stayingRow({ minimum, lastMonths, currency }: WarningFacts, { t, money }: Translator): Row | null {
  if (!minimum) return null;
  const { bound } = minimum;
  const perMonth = money(minimum.perMonth, currency);
  return {
    label: t("mail.row.year"),
    value: t(`mail.row.${bound}`, { amount: money(minimum.perYear, currency) }),
    note:
      lastMonths === null
        ? t("mail.row.yearNote", { bound, perMonth })
        : t("mail.row.lately", { amount: money(lastMonths, currency), bound, perMonth }),
  };
}

function commissionsRow(
  { commissions, commissionsAreLeast, currency }: WarningFacts,
  { t, money }: Translator,
): Row | null {
  if (commissions === null || !/[1-9]/.test(commissions)) return null;
  const amount = money(commissions, currency);
  return {
    label: t("mail.row.commissions"),
    value: commissionsAreLeast ? t("common.atLeast", { amount }) : amount,
    note: t("mail.row.commissionsNote"),
  };
}

function earliestRow({ earliest }: WarningFacts, { t, date }: Translator): Row | null {
  if (earliest === null) return null;
  return {
    label: t("mail.row.earliest"),
    value: t("mail.row.aboutDay", { on: date(earliest) }),
    note: null,
  };
}
