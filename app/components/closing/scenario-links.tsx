import { Link, useSearchParams } from "@remix-run/react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";

const NAMES = { "as-is": "now", "contracts-end": "ended", approved: "approved" } as const;

/** What is assumed of the closing, in the address, so that it survives a reload and can be passed on. */
export function ScenarioLinks({ outlook }: { outlook: ClosingOutlook }) {
  const { t } = useTranslator();
  const [params] = useSearchParams();
  const { scenarios, best, isBetter } = outlook;
  if (scenarios.length < 2) return null;
  const shown = scenarios[isBetter ? best : 0];
  const at = (name: string) => {
    const next = new URLSearchParams(params);
    next.set("if", name);
    return `?${next}`;
  };
  return (
    <nav className="scenario-links" aria-label={t("closing.cost.scenario")}>
      {scenarios.map((each) => (
        <Link
          key={each.key}
          to={at(NAMES[each.key])}
          preventScrollReset
          replace
          aria-current={each === shown ? "true" : undefined}
        >
          {t(`closing.cost.scenario.${each.key}`, { count: each.approved })}
        </Link>
      ))}
    </nav>
  );
}
