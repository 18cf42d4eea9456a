import { type Sketch, sales } from "#sandbox/impact/seeds/sketch.ts";

const EASTERN = {
  currency: "USD",
  timeZone: "America/New_York",
  timezoneLabel: "(GMT -05:00) Eastern Time (US & Canada)",
} as const;

/** Signed up the day before the demo's first: one program being set up, and nothing else. */
export const newBrand: Sketch = {
  ...EASTERN,
  key: "new",
  sid: "IRnewSprout0004",
  name: "Sprout & Stem",
  country: "US",
  city: "Austin",
  contact: "Dana Field",
  signedUpOn: "2026-05-11",
  trialEndsOn: "2026-06-10",
  programs: [{ id: 24001, name: "Sprout & Stem" }],
  programState: "SETUP",
};

/** In its trial on the demo's first day, without any action: the way out by a button is open. */
export const trialBrand: Sketch = {
  ...EASTERN,
  key: "trial",
  sid: "IRtrialLantern0005",
  name: "Lantern Lane",
  country: "US",
  city: "Denver",
  contact: "Robin Vale",
  signedUpOn: "2026-04-28",
  trialEndsOn: "2026-05-28",
  programs: [{ id: 25001, name: "Lantern Lane" }],
  partners: ["Porch Light Blog", "Camp Deals"],
  contracts: [
    { id: "S-7500001", partner: "Porch Light Blog", program: 25001, startsOn: "2026-05-02" },
    { id: "P-7500002", partner: "Camp Deals", program: 25001, startsOn: "2026-05-20", status: "PENDING" },
  ],
  catalogs: [{ id: "55001", name: "Lantern catalog", program: 25001 }],
};

const DELINQUENT_PROGRAM = { id: 26001, name: "Harbor Goods" };

/** Its funds do not cover its partners: invoices since March are overdue, and the program is marked DELINQUENT. */
export const delinquentBrand: Sketch = {
  ...EASTERN,
  key: "delinquent",
  sid: "IRdelinquentHarbor0006",
  name: "Harbor Goods",
  country: "US",
  city: "Portland",
  contact: "Lee Marsh",
  signedUpOn: "2025-12-02",
  programs: [DELINQUENT_PROGRAM],
  programState: "DELINQUENT",
  partners: ["Quay Reviews"],
  contracts: [{ id: "S-7600001", partner: "Quay Reviews", program: 26001, startsOn: "2025-12-10" }],
  actions: sales({
    seed: 26,
    from: "2026-01-05",
    until: "2026-06-30",
    everyDays: 4,
    lockDays: 25,
    revenue: [20, 90],
    currency: "USD",
    between: [{ program: DELINQUENT_PROGRAM, partner: "Quay Reviews" }],
  }),
  paysInvoicesOnDueDay: false,
};

const JPY_PROGRAM = { id: 27001, name: "Sakura Teahouse" };

/** An account in a currency without decimals. */
export const jpyBrand: Sketch = {
  key: "jpy",
  sid: "IRjpySakura0007",
  name: "Sakura Teahouse",
  country: "JP",
  city: "Kyoto",
  contact: "Yuki Tanaka",
  currency: "JPY",
  timeZone: "Asia/Tokyo",
  timezoneLabel: "(GMT +09:00) Osaka, Sapporo, Tokyo",
  signedUpOn: "2026-02-10",
  trialEndsOn: "2026-03-12",
  minimumFee: "4700",
  programs: [JPY_PROGRAM],
  partners: ["Tea Journal", "Kyoto Finds"],
  contracts: [
    { id: "S-7700001", partner: "Tea Journal", program: 27001, startsOn: "2026-02-12" },
    { id: "S-7700002", partner: "Kyoto Finds", program: 27001, startsOn: "2026-02-12" },
  ],
  actions: sales({
    seed: 27,
    from: "2026-02-20",
    until: "2026-12-20",
    everyDays: 3,
    lockDays: 30,
    revenue: [200, 1800],
    currency: "JPY",
    between: [
      { program: JPY_PROGRAM, partner: "Tea Journal" },
      { program: JPY_PROGRAM, partner: "Kyoto Finds" },
    ],
  }),
  catalogs: [{ id: "57001", name: "Teas", program: 27001 }],
};

const MULTI_PROGRAMS = ["Albion Home", "Albion Garden", "Albion Kids", "Albion Outlet"].map(
  (name, index) => ({
    id: 28001 + index,
    name,
  }),
);
const MULTI_PAIRS = Array.from({ length: 12 }, (_, index) => ({
  program: MULTI_PROGRAMS[index % 4] ?? { id: 28001, name: "Albion Home" },
  partner: `Albion Partner ${index + 1}`,
}));

/** Four programs, each with three partners; one contract in four has an end. */
export const multiBrand: Sketch = {
  key: "multi",
  sid: "IRmultiAlbion0008",
  name: "Albion Group",
  country: "GB",
  city: "Leeds",
  contact: "Morgan Price",
  currency: "GBP",
  timeZone: "Europe/London",
  timezoneLabel: "(GMT +00:00) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London",
  signedUpOn: "2025-11-04",
  programs: MULTI_PROGRAMS,
  partners: MULTI_PAIRS.map(({ partner }) => partner),
  contracts: MULTI_PAIRS.map(({ program, partner }, index) => ({
    id: `S-${7_800_001 + index}`,
    partner,
    program: program.id,
    startsOn: "2025-11-10",
    ...(index % 4 === 3 ? { endsOn: "2026-08-31" } : {}),
  })),
  actions: sales({
    seed: 28,
    from: "2025-11-15",
    until: "2026-12-31",
    everyDays: 2,
    lockDays: 35,
    revenue: [5, 60],
    currency: "GBP",
    between: MULTI_PAIRS,
  }),
  catalogs: MULTI_PROGRAMS.map(({ id, name }) => ({ id: String(id + 30_000), name, program: id })),
};
