import { createHash } from "node:crypto";
import type { ServiceSettings } from "../deps.ts";

/** The same occasion always gives the same Message-ID: a receiver that sees it twice knows it has it already. */
export function messageIdFor(dedupeKey: string, settings: Pick<ServiceSettings, "operator">): string {
  const domain = settings.operator.mailFrom.split("@").at(-1)?.replace(">", "") ?? "settled.invalid";
  return `<${createHash("sha256").update(dedupeKey).digest("hex").slice(0, 40)}@${domain}>`;
}
