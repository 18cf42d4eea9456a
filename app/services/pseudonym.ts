import { createHmac } from "node:crypto";
import type { ServiceSettings } from "./deps.ts";

/**
 * A keyed hash by which something is recognised but never read; without the key it cannot be guessed either. The kind
 * keeps the hash of a shop from ever meeting that of an address.
 */
export const pseudonym = (
  kind: "shop" | "address" | "network" | "calendar" | "link" | "account",
  value: string,
  { linkSecret }: Pick<ServiceSettings, "linkSecret">,
): string => createHmac("sha256", linkSecret).update(`${kind}:${value.trim().toLowerCase()}`).digest("hex");
