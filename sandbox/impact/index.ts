import { join } from "node:path";
import type { Router } from "express";
import type { Clock } from "#sandbox/clock/clock.ts";
import { clockRouter } from "#sandbox/clock/router.ts";
import { impactApiRouter } from "#sandbox/impact/api/router.ts";
import { eventsAfter, type SandboxEvent } from "#sandbox/impact/derive/events.ts";
import { viewAt } from "#sandbox/impact/derive/view.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import type { Persona } from "#sandbox/impact/state/categories.ts";
import { openChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";
import { impactUiRouter } from "#sandbox/impact/ui/router.ts";
import { langOf } from "#sandbox/ui/lang.ts";
import { translator } from "#sandbox/ui/translate.ts";

interface ImpactSandboxDeps {
  clock: Clock;
  /** Folder in which the changes people make are kept. */
  dataDir: string;
  log: { info(fields: object, message: string): void };
  /** Accounts to serve; the two of the demo unless a test brings its own. */
  accounts?: readonly PreparedAccount[];
  /** Pace of the "slow drip" fault and length of the "timeout" fault, in milliseconds. */
  faultTimes?: { dripMs: number; holdMs: number };
}

/** What a person needs to connect an account, for the text printed at start. */
export interface AccountCard {
  key: string;
  name: string;
  persona: Persona;
  sid: string;
  token: string;
}

export interface ImpactSandbox {
  /** Mount at `/impact-api`. */
  api: Router;
  /** Mount at `/impact`. */
  ui: Router;
  /** Mount at the root: serves `/clock`. */
  clockRouter: Router;
  accounts: readonly AccountCard[];
  /** What comes next, soonest first: of one account, or of all. */
  events(accountKey?: string): SandboxEvent[];
  /** Undoes every change people made; the clock is left alone. */
  reset(): void;
}

const FAULT_TIMES = { dripMs: 1_000, holdMs: 300_000 };

/** The impact.com stand-in: API, web UI and clock over one state. Throws when a file in `dataDir` is damaged. */
export function createImpactSandbox(deps: ImpactSandboxDeps): ImpactSandbox {
  const { clock, log, accounts = demoAccounts(), faultTimes = FAULT_TIMES } = deps;
  const changes = openChanges(join(deps.dataDir, "impact-changes.json"));
  const state: SandboxState = { accounts, changes, nowMs: () => clock.now().epochMilliseconds };
  const events = (accountKey?: string): SandboxEvent[] =>
    accounts
      .filter(({ seed, large }) => (accountKey === undefined ? !large : seed.sandbox.key === accountKey))
      .flatMap((account) => eventsAfter(viewAt(account, changes.of(account.seed.sandbox.key), state.nowMs())))
      .sort((a, b) => a.on.localeCompare(b.on));
  clock.onMove((now) => log.info({ now: now.toString() }, "sandbox clock moved"));
  return {
    api: impactApiRouter(state, faultTimes),
    ui: impactUiRouter(state, { clock, events, log }),
    clockRouter: clockRouter({
      clock,
      events: (account, request) => {
        const translate = translator(langOf(request));
        return events(account).map((event) => ({
          ...event,
          what: translate(`event.${event.kind}`, { count: event.count }),
        }));
      },
    }),
    accounts: accounts.map(({ seed: { sandbox } }) => ({
      key: sandbox.key,
      name: sandbox.company.name,
      persona: sandbox.persona,
      sid: sandbox.sid,
      token: sandbox.token,
    })),
    events,
    reset: () => changes.reset(),
  };
}
