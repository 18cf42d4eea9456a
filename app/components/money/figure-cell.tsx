import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Bound } from "#app/domain/index.ts";
import { shownBound } from "./bounded.ts";

type CellProps = {
  label: string;
  value: ReactNode;
  /** The largest figure of the page. */
  lead?: boolean;
  unknown?: boolean;
  children?: ReactNode;
};

/** One figure with its name and what it means, in a row of figures. */
export function FigureCell({ label, value, lead = false, unknown = false, children }: CellProps) {
  return (
    <div className={lead ? "money-figure money-lead" : "money-figure"}>
      <div className="money-label">
        <Text as="h2" variant="headingSm" tone="subdued" fontWeight="medium">
          {label}
        </Text>
      </div>
      <p className={unknown ? "money-value money-unknown" : "money-value"}>{value}</p>
      {children}
    </div>
  );
}

/** Stands for the amount while its mark is cut off; no language writes it. */
const PLACE = "\u2063";

type AmountProps = { amount: string; bound: Bound | "exactly"; currency: string };

/** An amount with its mark of certainty, which is smaller than the figure and always beside it. */
export function Amount({ amount, bound, currency }: AmountProps) {
  const { t, money } = useTranslator();
  const [before = "", after = ""] = t(`common.${shownBound(amount, bound)}`, { amount: PLACE }).split(PLACE);
  return (
    <>
      {before ? <span className="money-about">{before}</span> : null}
      <bdi>{money(amount, currency)}</bdi>
      {after ? <span className="money-about">{after}</span> : null}
    </>
  );
}
