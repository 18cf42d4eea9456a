import { createHmac } from "node:crypto";
import type { ServiceSettings } from "../deps.ts";

/**
 * The same occasion always gives the same Message-ID: a receiver that sees it twice knows it has it already. It is keyed,
 * because a bounce is believed for knowing it: store and hour of a mail anybody can guess, or bring about.
 */
export function messageIdFor(
  dedupeKey: string,
  { operator, linkSecret }: Pick<ServiceSettings, "operator" | "linkSecret">,
): string {
  const domain = operator.mailFrom.split("@").at(-1)?.replace(">", "") ?? "settled.invalid";
  const id = createHmac("sha256", linkSecret).update(`message-id.${dedupeKey}`).digest("hex").slice(0, 40);
  return `<${id}@${domain}>`;
}
