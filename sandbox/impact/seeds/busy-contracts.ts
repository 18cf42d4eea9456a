import type { SeedInput } from "#sandbox/impact/state/seed.ts";

export interface BusyContract {
  id: string;
  partnerId: number;
  partner: string;
  program: number;
  status: "ACTIVE" | "EXPIRED" | "PENDING" | "UPCOMING";
  startsOn: string;
  endsOn: string | null;
}

export const BUSY_SIGNED_UP_ON = "2025-09-03";
export const BUSY_PROGRAMS = [
  { id: 22001, name: "Nordlicht Shop" },
  { id: 22002, name: "Nordlicht Kids" },
] as const;

const FIRST_NAMES = [
  "Alpen",
  "Berg",
  "Kiesel",
  "Linden",
  "Mond",
  "Nebel",
  "Sommer",
  "Wald",
  "Wiesen",
  "Zimt",
];
const LAST_NAMES = ["Blog", "Deals", "Magazin", "Post"];

/** Forty partners with one contract each: 30 run, 4 have ended, 3 start later, 3 are proposals (P-…). */
export function busyContracts(): BusyContract[] {
  return LAST_NAMES.flatMap((last) => FIRST_NAMES.map((first) => `${first} ${last}`)).map(
    (partner, index) => {
      const shared = { partnerId: 32001 + index, partner, program: index % 4 === 3 ? 22002 : 22001 };
      const id = `S-${7200001 + index}`;
      if (index < 30) {
        const startsOn = index < 12 ? BUSY_SIGNED_UP_ON : `2025-${10 + (index % 3)}-01`;
        return { ...shared, id, status: "ACTIVE", startsOn, endsOn: null };
      }
      if (index < 34)
        return {
          ...shared,
          id,
          status: "EXPIRED",
          startsOn: BUSY_SIGNED_UP_ON,
          endsOn: `2026-0${index - 29}-28`,
        };
      if (index < 37)
        return { ...shared, id, status: "UPCOMING", startsOn: `2026-0${index - 27}-01`, endsOn: null };
      return {
        ...shared,
        id: `P-${7200001 + index}`,
        status: "PENDING",
        startsOn: "2026-05-01",
        endsOn: null,
      };
    },
  );
}

/** The sandbox's own facts about those contracts and partners. */
export function busyPartners(
  contracts: readonly BusyContract[],
): Pick<SeedInput["sandbox"], "partners" | "contracts"> {
  return {
    partners: contracts.map(({ partnerId, partner }) => ({ id: partnerId, name: partner })),
    contracts: Object.fromEntries(contracts.map(({ id, program, startsOn }) => [id, { program, startsOn }])),
  };
}
