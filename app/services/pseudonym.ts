import { createHmac } from "node:crypto";
import type { ServiceSettings } from "./deps.ts";

type Kind = "shop" | "address" | "network" | "calendar" | "link" | "account";
type Settings = Pick<ServiceSettings, "secrets">;

/**
 * A keyed hash by which something is recognised but never read; without the key it cannot be guessed either. The kind
 * keeps the hash of a shop from ever meeting that of an address.
 */
export const pseudonym = (kind: Kind, value: string, { secrets }: Settings): string =>
  keyed(secrets.pseudonyms[0], kind, value);

/** Stores that keep something under a pseudonym, and can move it to another. */
type Rekeyed = { rekey(from: string[], to: string): Promise<void> };

/**
 * The same, once whatever `store` kept under a key of before a rotation has moved to it: an address that bounced is
 * known for as long as one of the keys it was known by is.
 */
export async function currentPseudonym(
  kind: Kind,
  value: string,
  { settings, store }: { settings: Settings; store: Rekeyed },
): Promise<string> {
  const [current, ...older] = settings.secrets.pseudonyms;
  const mac = keyed(current, kind, value);
  await store.rekey(
    older.map((key) => keyed(key, kind, value)),
    mac,
  );
  return mac;
}

const keyed = (key: string, kind: Kind, value: string): string =>
  createHmac("sha256", key).update(`${kind}:${value.trim().toLowerCase()}`).digest("hex");
