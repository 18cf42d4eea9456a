import { useTranslator } from "#app/components/page/translator.tsx";
import type { Note } from "#app/domain/index.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

type Explained = Extract<ExplainOutcome, { outcome: "explained" }>;
type Props = Pick<Explained, "explanation" | "currency">;

/** One row of a sum; a total has a line above it. */
type Line = { label: string; amount: string; sign?: "+" | "−"; total?: boolean };

/** The arithmetic: as a sum in rows where it is one, then in sentences what is none. */
export function ExplanationSum({ explanation, currency }: Props) {
  const { note, money } = useTranslator();
  const lines = useLines(explanation, currency);
  const isSum = (id: string) => lines.length > 0 && SUMS.has(id);
  const sentences = explanation.arithmetic.filter(({ id }) => !isSum(id));
  return (
    <div className="why-steps">
      {lines.length === 0 ? null : (
        <dl className="why-sum">
          {lines.map(({ label, amount, sign, total }) => (
            <div key={label} className={total ? "why-total" : undefined}>
              <dt>{label}</dt>
              <dd>
                {sign ? `${sign} ` : null}
                <bdi>{money(amount, currency)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {/* A note of several figures has a line for each. */}
      {sentences
        .flatMap((each) => note(each).split("\n"))
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
    </div>
  );
}

const FEE = "core.explain.fee.greater-of";
const MONTH = "core.explain.cost.month";
const COST = "core.explain.cost.sum";
const SUMS = new Set([FEE, MONTH, COST]);

function useLines({ arithmetic, inputs }: Explained["explanation"], currency: string): Line[] {
  const { t, money, monthName, percent } = useTranslator();
  const given = (name: string) => inputs.find((each) => each.name === name)?.value ?? null;
  const find = (id: string) => arithmetic.find((each) => each.id === id);
  const fee = find(FEE);
  const cost = find(COST);
  if (fee) {
    const known = given("knownToLock");
    const expected = given("newExpected");
    return [
      ...(known === null ? [] : [{ label: t("core.input.knownToLock"), amount: known }]),
      ...(expected === null
        ? []
        : [{ label: t("core.input.newExpected"), amount: expected, sign: "+" as const }]),
      { label: t("why.sum.base"), amount: amountOf(fee, "base"), total: true },
      {
        label: t("why.sum.share", {
          percent: percent(Number(fee.values?.percent)),
          amount: money(amountOf(fee, "base"), currency),
        }),
        amount: amountOf(fee, "share"),
      },
      { label: t("core.input.minimumFee"), amount: amountOf(fee, "minimum") },
      { label: t("why.sum.higher"), amount: amountOf(fee, "fee"), total: true },
    ];
  }
  if (!cost) return [];
  const net = amountOf(cost, "net");
  const months = arithmetic.filter(({ id }) => id === MONTH);
  return [
    ...months.map((each) => ({
      label: t("fees.for", { month: monthName(String(each.values?.coveredMonth)) }),
      amount: amountOf(each, "fee"),
    })),
    { label: t("core.input.fees"), amount: amountOf(cost, "fees"), total: true },
    { label: t("why.sum.commissions"), amount: amountOf(cost, "costs"), sign: "+" as const },
    { label: t("why.sum.balance"), amount: amountOf(cost, "balance"), sign: "−" as const },
    net.startsWith("-")
      ? { label: t("closing.pays.left"), amount: net.slice(1), total: true }
      : { label: t("closing.cost.fromCard"), amount: net, total: true },
  ];
}

const amountOf = ({ values }: Note, name: string): string => String(values?.[`${name}Amount`]);
