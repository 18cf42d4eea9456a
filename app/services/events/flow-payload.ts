import { formatMinor, isCardCurrency } from "#app/domain/index.ts";
import type { MerchantEventType, OutboundEventRow } from "#app/ports/index.ts";

/** Shopify refuses payloads of this many bytes and more. */
export const FLOW_PAYLOAD_LIMIT = 50_000;
/** Names in one text field: more than anybody reads in an automation, and far below the limit. */
const MAX_NAMES = 50;
const MAX_NAME_LENGTH = 200;

export type FlowCall = { handle: MerchantEventType; payload: Record<string, string | number> };

/**
 * The event as its trigger in `extensions` declares it: the trigger's handle is the event's type, and the keys are the
 * fields of its shopify.extension.toml. "Event ID" is the same at every attempt. Unknown values are left out.
 */
export function flowCall({ id, event }: Pick<OutboundEventRow, "id" | "event">): FlowCall {
  return { handle: event.type, payload: { "Event ID": id, ...fieldsOf(event) } };
}

function fieldsOf(event: OutboundEventRow["event"]): FlowCall["payload"] {
  switch (event.type) {
    case "next-charge-changed": {
      const { minor, currency } = event.amount;
      // Flow compares number fields as numbers; nothing is computed with it here.
      const amount = isCardCurrency(currency) && { Amount: Number(formatMinor(minor, currency)) };
      return { Currency: currency, ...amount, ...(event.on && { "Charge date": event.on }) };
    }
    case "closing-task-reopened":
      return {
        Task: event.task,
        ...(event.count !== undefined && { "Number left": event.count }),
        Leftovers: event.leftovers.slice(0, MAX_NAMES).map(shortened).join("; "),
      };
    case "closing-request-status-changed":
      return { Reference: event.reference, Status: event.state, "Changed at": event.at };
  }
}

const shortened = (name: string): string =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1)}…` : name;
