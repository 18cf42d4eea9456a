export type LegendKind =
  | "fee"
  | "feeExpected"
  | "commissions"
  | "commissionsExpected"
  | "card"
  | "cardExpected"
  | "line"
  | "lineExpected"
  | "lineBefore"
  | "lineOther"
  | "minimum"
  | "range"
  | "possible"
  | "notYet"
  | "earliest"
  | "late"
  | "best";

type Props = { items: readonly { kind: LegendKind; text: string }[] };

/** What each mark of a chart means. The table says the same in words, so a screen reader can leave it out. */
export function Legend({ items }: Props) {
  return (
    <ul className="chart-legend" aria-hidden="true">
      {items.map(({ kind, text }) => (
        <li key={kind}>
          <svg viewBox="0 0 14 14" width="14" height="14" focusable="false" aria-hidden="true">
            <Sample kind={kind} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

function Sample({ kind }: { kind: LegendKind }) {
  switch (kind) {
    case "fee":
    case "commissions":
      return <rect className={`chart-${kind}`} x="2" y="2" width="10" height="11" />;
    case "feeExpected":
      return (
        <>
          <rect className="chart-fee-expected chart-hollow" x="2.5" y="1.5" width="9" height="11" />
          <path className="chart-sample-fee" d="M3 9l6-7M3 13l8.5-10M6 13l5.5-6.5" />
        </>
      );
    case "commissionsExpected":
      return (
        <>
          <rect className="chart-commissions-expected chart-hollow" x="2.5" y="1.5" width="9" height="11" />
          <path className="chart-sample-commissions" d="M3 5l5.5 7.5M3 2l8 11M5.5 2l6 8" />
        </>
      );
    case "card":
      return <path className="chart-card" d="M7 2l5 5l-5 5l-5 -5z" />;
    case "cardExpected":
      return (
        <>
          <path className="chart-card" d="M7 2l5 5l-5 5l-5 -5z" />
          <path className="chart-sample-fee" d="M4.5 8l4-4M6 9.8l4-4" />
        </>
      );
    case "line":
      return <path className="chart-line" d="M0 7h14" />;
    case "lineExpected":
      return <path className="chart-line-expected" d="M1 7h13" />;
    case "lineOther":
      return <path className="chart-line-other" d="M0 7h14" />;
    case "lineBefore":
      return <path className="chart-line-before" d="M0 7h14" />;
    case "minimum":
      return <path className="chart-minimum" d="M0 7h14" />;
    case "range":
      return <path className="chart-range" d="M7 1v12M3 1h8M3 13h8" />;
    case "possible":
      return <path className="cost-line" d="M0 7h14" />;
    case "notYet":
      return <path className="cost-line cost-line-not-yet" d="M0 7h14" />;
    case "earliest":
      return <circle className="chart-ring cost-ring" cx="7" cy="7" r="5" />;
    case "late":
      return <circle className="chart-ring locks-late" cx="7" cy="7" r="5" />;
    case "best":
      return <circle className="chart-best" cx="7" cy="7" r="5" />;
  }
}
