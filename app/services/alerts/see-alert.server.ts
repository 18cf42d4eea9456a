import { Temporal } from "temporal-polyfill";
import { ALERTS } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";

/** Puts the news of one alert away, if it is still the one that was shown. */
export async function seeAlert(
  input: { shop: string; alert: string; at: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<void> {
  const alert = ALERTS.find((each) => each === input.alert);
  const at = readInstant(input.at);
  if (alert && at) await deps.db.alerts.see(input.shop, alert, at, deps.clock.now());
}

function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
