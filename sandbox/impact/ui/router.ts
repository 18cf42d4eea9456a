import { Router } from "express";
import type { Clock } from "#sandbox/clock/clock.ts";
import type { SandboxEvent } from "#sandbox/impact/derive/events.ts";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";

export interface UiDeps {
  clock: Clock;
  events(accountKey?: string): SandboxEvent[];
  log: { info(fields: object, message: string): void };
}
export function impactUiRouter(_state: SandboxState, _deps: UiDeps): Router {
  return Router();
}
