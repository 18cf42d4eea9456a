import { Temporal } from "temporal-polyfill";
import type { FileAction } from "#sandbox/impact/state/account-file.ts";
import { type Seed, type SeedInput, seedSchema } from "#sandbox/impact/state/seed.ts";

/** An action with its ids resolved and its days turned into epoch milliseconds of the account's zone. */
export interface PreparedAction {
  file: FileAction;
  programId: number;
  partnerId: number;
  eventMs: number;
  lockMs: number | null;
  reversedMs: number | null;
}

export interface PreparedAccount {
  seed: Seed;
  readonly actions: readonly PreparedAction[];
  /** Whether its actions are made only when somebody looks; what shows all accounts leaves it out. */
  large: boolean;
  partnerIds: ReadonlyMap<string, number>;
  /** Epoch milliseconds at which a day of the account's zone begins. */
  dayStart(day: string): number;
}

const MINUTE_MS = 60_000;
/** Reversals happen in the early morning, so that the day's first look sees them. */
const REVERSAL_MS = 420 * MINUTE_MS;

/**
 * Checks a seed and prepares it once, so that a request only compares numbers. Throws when a name has no id.
 * `laterActions` stands in for the seed's own actions and is called when they are first looked at.
 */
export function prepareAccount(input: SeedInput, laterActions?: () => FileAction[]): PreparedAccount {
  const seed = seedSchema.parse(input);
  const programIds = new Map(seed.sandbox.programs.map((program) => [program.name, program.id]));
  const partnerIds = new Map(seed.sandbox.partners.map((partner) => [partner.name, partner.id]));
  const starts = new Map<string, number>();
  const dayStart = (day: string): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(day).toZonedDateTime(seed.account.timeZone).epochMilliseconds;
    starts.set(day, start);
    return start;
  };
  const prepare = (file: FileAction, index: number): PreparedAction => ({
    file,
    programId: idOf(programIds, file.program),
    partnerId: idOf(partnerIds, file.partner),
    // Spread over the first six hours: a day's actions are all there at nine.
    eventMs: dayStart(file.trackedOn) + ((index * 37) % 360) * MINUTE_MS,
    lockMs: file.locksOn === null ? null : dayStart(file.locksOn),
    reversedMs: file.reversedOn === null ? null : dayStart(file.reversedOn) + REVERSAL_MS,
  });
  let actions = laterActions ? null : seed.account.actions.map(prepare);
  for (const contract of seed.account.contracts) idOf(partnerIds, contract.partner);
  return {
    seed,
    partnerIds,
    dayStart,
    large: laterActions !== undefined,
    get actions() {
      actions ??= (laterActions?.() ?? []).map(prepare);
      return actions;
    },
  };
}

function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seed uses "${name}" but gives it no id.`);
  return id;
}
