import { Temporal } from "temporal-polyfill";
import type { Clock } from "#app/ports/clock.ts";

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
