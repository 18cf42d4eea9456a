import { createHmac } from "node:crypto";
import type { ServiceSettings } from "../deps.ts";

/**
 * The same occasion always gives the same Message-ID: a receiver that sees it twice knows it has it already. It is keyed,
 * because a bounce is believed for knowing it: store and hour of a mail anybody can guess, or bring about.
 */
export function messageIdFor(
  dedupeKey: string,
  settings: Pick<ServiceSettings, "operator" | "secrets">,
): string {
  return keyed(dedupeKey, settings, settings.secrets.messageIds[0]);
}

/** The same as keys of before a rotation made it, too. */
export const everyMessageIdOf = (
  dedupeKey: string,
  settings: Pick<ServiceSettings, "operator" | "secrets">,
): string[] => settings.secrets.messageIds.map((key) => keyed(dedupeKey, settings, key));

function keyed(dedupeKey: string, { operator }: Pick<ServiceSettings, "operator">, key: string): string {
  const domain = operator.mailFrom.split("@").at(-1)?.replace(">", "") ?? "settled.invalid";
  const id = createHmac("sha256", key).update(`message-id.${dedupeKey}`).digest("hex").slice(0, 40);
  return `<${id}@${domain}>`;
}
