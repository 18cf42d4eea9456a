import { Link, useSearchParams } from "@remix-run/react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import { type ScenarioName, scenarioAt } from "#app/http/read-scenario.ts";

const NAMES: ScenarioName[] = ["now", "ended", "approved"];

/** What is assumed of the closing, in the address, so that it survives a reload and can be passed on. */
export function ScenarioLinks({ outlook }: { outlook: ClosingOutlook }) {
  const { t } = useTranslator();
  const [params] = useSearchParams();
  const { scenarios, best, isBetter } = outlook;
  const shown = scenarios[isBetter ? best : 0];
  const links = NAMES.flatMap((name) => {
    const scenario = scenarios[scenarioAt(outlook, name)];
    return scenario ? [{ name, scenario }] : [];
  });
  if (links.length < 2) return null;
  const at = (name: ScenarioName) => {
    const next = new URLSearchParams(params);
    next.set("if", name);
    return `?${next}`;
  };
  return (
    <nav className="scenario-links" aria-label={t("closing.cost.scenario")}>
      {links.map(({ name, scenario }) => (
        <Link
          key={name}
          to={at(name)}
          preventScrollReset
          replace
          aria-current={scenario === shown ? "true" : undefined}
        >
          {t(`closing.cost.scenario.${scenario.key}`, { count: scenario.approved })}
        </Link>
      ))}
    </nav>
  );
}
