import { useTranslator } from "#app/components/page/translator.tsx";

/** Where a number comes from; every number on a page has one of these. */
export type Provenance =
  | { kind: "checked"; at: string; timeZone: string }
  | { kind: "told"; at: string; timeZone: string }
  | { kind: "estimate"; assumptions: string[] }
  | { kind: "unknown" };

/** Instants that a page writes alike: it says the time once, and again only where it differs. */
export const isSameMinute = (one: string, other: string | null | undefined): boolean =>
  one.slice(0, 16) === other?.slice(0, 16);

/** That a figure was checked, where the page has not said that time already. */
export const checkedApart = (
  at: string | null,
  { timeZone, saidAt }: { timeZone: string; saidAt?: string | null },
): Provenance => (at && !isSameMinute(at, saidAt) ? { kind: "checked", at, timeZone } : { kind: "unknown" });

/** The provenance as a short line under the number. */
export function useProvenanceText(): (provenance: Provenance) => string {
  const { t, instant } = useTranslator();
  return (provenance) => {
    switch (provenance.kind) {
      case "checked":
        return t("provenance.checked", { when: instant(provenance.at, provenance.timeZone) });
      case "told":
        return t("provenance.told", { when: instant(provenance.at, provenance.timeZone) });
      case "estimate":
        return provenance.assumptions.length === 0
          ? t("provenance.estimatePlain")
          : t("provenance.estimate", { count: provenance.assumptions.length });
      case "unknown":
        return t("provenance.unknown");
    }
  };
}
