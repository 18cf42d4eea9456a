import { Temporal } from "temporal-polyfill";
import { fromMinor } from "#sandbox/impact/derive/minor.ts";
import { BUSY_PROGRAMS, BUSY_SIGNED_UP_ON, type BusyContract } from "#sandbox/impact/seeds/busy-contracts.ts";
import { seededRandom } from "#sandbox/impact/seeds/random.ts";
import type { FileAction } from "#sandbox/impact/state/account-file.ts";

const LAST_DAY = "2027-12-31";
/** Actions per month of the year, January first: a quiet end of winter, a strong November. About 1,500 in 28 months. */
const PER_MONTH = [40, 8, 9, 46, 52, 56, 50, 44, 58, 66, 96, 84] as const;
const COMMISSION_PERCENT = 8;

/** All actions of the busy account, always the same ones. */
export function busyActions(contracts: readonly BusyContract[]): FileAction[] {
  const random = seededRandom(20_250_903);
  const rows: FileAction[] = [];
  for (
    let month = Temporal.PlainYearMonth.from("2025-09");
    `${month}` <= LAST_DAY.slice(0, 7);
    month = month.add({ months: 1 })
  ) {
    const count = PER_MONTH[month.month - 1] ?? 0;
    const days = Array.from({ length: count }, () => random.between(1, month.daysInMonth)).sort(
      (a, b) => a - b,
    );
    for (const day of days) {
      const trackedOn = month.toPlainDate({ day }).toString();
      const running = contracts.filter((contract) => isRunning(contract, trackedOn));
      const contract = running[random.between(0, running.length - 1)];
      if (trackedOn >= BUSY_SIGNED_UP_ON && contract)
        rows.push(action(rows.length, trackedOn, contract, random));
    }
  }
  return rows;
}

function isRunning({ status, startsOn, endsOn }: BusyContract, day: string): boolean {
  return status !== "PENDING" && startsOn <= day && (endsOn === null || day <= endsOn);
}

function action(
  index: number,
  trackedOn: string,
  contract: BusyContract,
  random: ReturnType<typeof seededRandom>,
): FileAction {
  const minor = random.between(1_500, 21_000);
  const tracked = Temporal.PlainDate.from(trackedOn);
  // One in forty waits most of a year for its lock, as travel and subscriptions do.
  const lockDays = random.next() < 0.025 ? random.between(180, 320) : random.between(21, 45);
  const reversed = random.next() < 0.06;
  const reversedOn = reversed ? tracked.add({ days: random.between(2, 18) }).toString() : null;
  return {
    id: `${contract.program}.4636.${200_001 + index}`,
    program: BUSY_PROGRAMS.find(({ id }) => id === contract.program)?.name ?? "",
    partner: contract.partner,
    state: reversed ? "REVERSED" : "PENDING",
    amount: fromMinor(minor),
    payout: fromMinor(Math.round((minor * COMMISSION_PERCENT) / 100)),
    trackedOn,
    locksOn: tracked.add({ days: lockDays }).toString(),
    reversedOn,
    clearedOn: null,
  };
}
