import { Temporal } from "temporal-polyfill";
import { hasDecimals } from "#sandbox/impact/derive/minor.ts";
import { seededRandom } from "#sandbox/impact/seeds/random.ts";
import type { FileAction } from "#sandbox/impact/state/account-file.ts";
import type { SeedInput } from "#sandbox/impact/state/seed.ts";

type Extras = SeedInput["sandbox"];
type File = SeedInput["account"];
type ContractSketch = {
  id: string;
  partner: string;
  program: number;
  startsOn: string;
  endsOn?: string;
  status?: File["contracts"][number]["status"];
};

/** What tells one small account from another; everything else is the same for all of them. */
export type Sketch = {
  persona?: Extras["persona"];
  key: string;
  sid: string;
  name: string;
  country: string;
  city: string;
  contact: string;
  currency: string;
  timeZone: string;
  timezoneLabel: string;
  signedUpOn: string;
  trialEndsOn?: string;
  minimumFee?: string;
  programs?: Extras["programs"];
  programState?: Extras["programState"];
  partners?: string[];
  contracts?: ContractSketch[];
  actions?: FileAction[];
  invoices?: File["invoices"];
  catalogs?: { id: string; name: string; program: number }[];
  paysInvoicesOnDueDay?: boolean;
  partner?: Extras["partner"];
  advertisers?: Extras["advertisers"];
};

/** Makes a whole seed of a sketch. Its token is `demo-token-` and the key. */
export function seedOf(sketch: Sketch): SeedInput {
  const { key, contracts = [], catalogs = [], partners = [], programs = [] } = sketch;
  const host = `${key}.example.com`;
  return {
    sandbox: {
      persona: sketch.persona ?? "brand",
      key,
      sid: sketch.sid,
      token: `demo-token-${key}`,
      company: {
        name: sketch.name,
        website: `https://${host}`,
        country: sketch.country,
        city: sketch.city,
        contactName: sketch.contact,
        contactEmail: `office@${host}`,
      },
      timezoneLabel: sketch.timezoneLabel,
      cardLast4: "4242",
      programs,
      programState: sketch.programState ?? "ACTIVE",
      partners: partners.map((name, index) => ({ id: 40_001 + index, name })),
      contracts: Object.fromEntries(
        contracts.map(({ id, program, startsOn }) => [id, { program, startsOn }]),
      ),
      catalogs: Object.fromEntries(catalogs.map(({ id, program }) => [id, { program, storeUrl: null }])),
      paysInvoicesOnDueDay: sketch.paysInvoicesOnDueDay ?? true,
      deletedCatalogs: "closed",
      partner: sketch.partner ?? null,
      advertisers: sketch.advertisers ?? [],
    },
    account: {
      version: 1,
      kind: sketch.persona === "partner" ? "partner" : "brand",
      edition: "starter",
      currency: sketch.currency,
      timeZone: sketch.timeZone,
      signedUpOn: sketch.signedUpOn,
      trialEndsOn: sketch.trialEndsOn ?? null,
      minimumFee: sketch.minimumFee ?? null,
      card: { everCharged: null },
      fundingBalance: { amount: "0", asOf: sketch.signedUpOn },
      actions: sketch.actions ?? [],
      contracts: contracts.map(({ id, partner, status, endsOn }) => ({
        id,
        partner,
        status: status ?? "ACTIVE",
        endsOn: endsOn ?? null,
      })),
      invoices: sketch.invoices ?? [],
      catalogs: catalogs.map(({ id, name }) => ({ id, name, status: "ACTIVE" })),
    },
  };
}

type Sales = {
  seed: number;
  from: string;
  until: string;
  everyDays: number;
  lockDays: number;
  /** Revenue from and to, in whole units; a tenth of it is the commission. */
  revenue: readonly [low: number, high: number];
  currency: string;
  between: readonly { program: { id: number; name: string }; partner: string }[];
};

/** Sales at a steady pace, always the same ones; each goes to the next pair of program and partner. */
export function sales({
  seed,
  from,
  until,
  everyDays,
  lockDays,
  revenue,
  currency,
  between,
}: Sales): FileAction[] {
  const random = seededRandom(seed);
  const rows: FileAction[] = [];
  let day = Temporal.PlainDate.from(from);
  for (let index = 0; day.toString() <= until; index += 1, day = day.add({ days: everyDays })) {
    const pair = between[index % between.length];
    if (!pair) break;
    const amount = random.between(...revenue) * 10;
    const text = (whole: number) => (hasDecimals(currency) ? `${whole}.00` : String(whole));
    rows.push({
      id: `${pair.program.id}.4800.${seed * 1_000 + index}`,
      program: pair.program.name,
      partner: pair.partner,
      state: "PENDING",
      amount: text(amount),
      payout: text(amount / 10),
      trackedOn: day.toString(),
      locksOn: day.add({ days: lockDays }).toString(),
      reversedOn: null,
      clearedOn: null,
    });
  }
  return rows;
}
