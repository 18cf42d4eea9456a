import type { Mail } from "#app/ports/index.ts";

/** A mail ready to go, or the reason why it should no longer go. */
export type Composed = { outcome: "mail"; mail: Mail } | { outcome: "drop"; reason: string };
