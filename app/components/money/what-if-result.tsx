import { Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ComparedJson, WhatIfReport } from "#app/domain/index.ts";
import { isSome } from "./amounts.ts";
import { bounded } from "./bounded.ts";

/** As it is, with the changes, and the difference; what changed is said aloud where the page is updated in place. */
export function WhatIfResult({ whatIf }: { whatIf: WhatIfReport | null }) {
  const words = useTranslator();
  const { t, money, dated, month } = words;
  if (!whatIf)
    return (
      <div role="status">
        <Text as="p" tone="subdued">
          {t("whatIf.none")}
        </Text>
      </div>
    );
  const { currency, asOf, nextFee, fees, commissions, lastFeeOn } = whatIf;
  const difference = (amount: string) =>
    isSome(amount)
      ? t(amount.startsWith("-") ? "whatIf.down" : "whatIf.up", {
          amount: money(amount.replace("-", ""), currency),
        })
      : t("whatIf.same");
  const sides = ({ asItIs, asItIsBound, changed, changedBound }: ComparedJson) => ({
    before: bounded({ amount: asItIs, bound: asItIsBound }, currency, words),
    after: bounded({ amount: changed, bound: changedBound }, currency, words),
  });
  const known = (amount: string | null) =>
    amount === null ? t("provenance.unknown") : bounded({ amount, bound: "about" }, currency, words);
  const rows = [
    ...(nextFee
      ? [
          {
            key: "next",
            label: t("whatIf.nextFee"),
            line: dated(nextFee.chargedOn, asOf),
            ...sides(nextFee),
            difference: difference(nextFee.difference),
          },
        ]
      : []),
    {
      key: "fees",
      label: t("whatIf.fees"),
      line: t("whatIf.span", { from: month(fees.from), to: month(fees.to) }),
      ...sides(fees),
      difference: difference(fees.difference),
    },
    {
      key: "commissions",
      label: t("whatIf.commissions"),
      line: t("whatIf.tracked"),
      before: known(commissions.asItIs),
      after: known(commissions.changed),
      difference: commissions.difference === null ? "" : difference(commissions.difference),
    },
    ...(lastFeeOn
      ? [
          {
            key: "last",
            label: t("whatIf.lastFee"),
            line: t("whatIf.lastLine"),
            before: t("whatIf.continues"),
            after: dated(lastFeeOn, asOf),
            difference: "",
          },
        ]
      : []),
  ];
  return (
    <div>
      <p className="visually-hidden" role="status">
        {t("whatIf.said", { after: sides(fees).after, difference: difference(fees.difference) })}
      </p>
      <table className="figures money-compared">
        <caption className="visually-hidden">{t("whatIf.title")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("whatIf.figure")}</span>
            </th>
            <th scope="col" className="figures-number">
              {t("whatIf.asItIs")}
            </th>
            <th scope="col" className="figures-number">
              {t("whatIf.changed")}
            </th>
            <th scope="col" className="figures-number">
              {t("whatIf.difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, line, before, after, difference: change }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                <span className="money-detail money-small">{line}</span>
              </th>
              <td className="figures-number">{before}</td>
              <td className="figures-number">
                <strong>{after}</strong>
              </td>
              <td className="figures-number">{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text as="p" tone="subdued">
        {t("whatIf.owed")}
      </Text>
    </div>
  );
}
