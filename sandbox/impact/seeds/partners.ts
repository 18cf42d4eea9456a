import { type Sketch, sales } from "#sandbox/impact/seeds/sketch.ts";

const EASTERN = {
  persona: "partner",
  currency: "USD",
  timeZone: "America/New_York",
  timezoneLabel: "(GMT -05:00) Eastern Time (US & Canada)",
} as const;

const TRAILS = { id: 21001, name: "Acme Outdoor" };
const LAMPS = { id: 25001, name: "Lantern Lane" };
const GOODS = { id: 26001, name: "Harbor Goods" };
const SMALL = "Trail Notes";

/** A balance too small to be paid out, actions that may still bring money, and one brand that is late. */
export const smallPartner: Sketch = {
  ...EASTERN,
  key: "partner-small",
  sid: "IRpartnerTrail0009",
  name: SMALL,
  country: "US",
  city: "Boise",
  contact: "Jamie Stone",
  signedUpOn: "2025-08-01",
  programs: [TRAILS, LAMPS, GOODS],
  partners: [SMALL],
  contracts: [
    { id: "S-7900001", partner: SMALL, program: TRAILS.id, startsOn: "2025-08-10" },
    { id: "S-7900002", partner: SMALL, program: LAMPS.id, startsOn: "2026-01-15", endsOn: "2026-09-30" },
    { id: "S-7900003", partner: SMALL, program: GOODS.id, startsOn: "2025-09-01" },
    { id: "S-7900004", partner: SMALL, program: LAMPS.id, startsOn: "2025-08-10", endsOn: "2026-01-14" },
  ],
  actions: sales({
    seed: 29,
    from: "2026-02-03",
    until: "2026-05-10",
    everyDays: 7,
    lockDays: 28,
    revenue: [2, 6],
    currency: "USD",
    between: [
      { program: TRAILS, partner: SMALL },
      { program: GOODS, partner: SMALL },
    ],
  }),
  // What locked in March was due on 16 April and has not been paid.
  invoices: [{ id: "40001-202603", dueOn: "2026-04-16", total: "0", status: "OVERDUE", paidOn: null }],
  partner: {
    balance: "12.40",
    withdrawal: { method: "BANK_TRANSFER", schedule: "BALANCE_THRESHOLD", threshold: "50.00", day: "0" },
  },
};

/** Nothing earned, nothing set up to be paid: only its one contract keeps it from closing. */
export const zeroPartner: Sketch = {
  ...EASTERN,
  key: "partner-zero",
  sid: "IRpartnerQuiet0010",
  name: "Quiet Corner",
  country: "US",
  city: "Salem",
  contact: "Ash Green",
  signedUpOn: "2026-01-20",
  programs: [TRAILS],
  partners: ["Quiet Corner"],
  contracts: [{ id: "S-7910001", partner: "Quiet Corner", program: TRAILS.id, startsOn: "2026-02-01" }],
  partner: { balance: "0.00", withdrawal: null },
};
