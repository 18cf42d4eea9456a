import type { StatedMove } from "#app/services/requests/save-move.server.ts";

/** With these a ticket number may come along. */
export const WITH_NUMBER: ReadonlySet<StatedMove> = new Set([
  "told-handed-over",
  "told-ticket-number",
  "told-reply",
]);
