import { hkdfSync } from "node:crypto";

/** What a key is for. Whoever learns one of them can do nothing with it elsewhere. */
const PURPOSES = ["links", "cookies", "codes", "pseudonyms", "messageIds"] as const;
type Purpose = (typeof PURPOSES)[number];

/** Keys of one purpose: the first makes what is new, all of them know again what was made before. */
export type Keys = readonly [current: string, ...older: string[]];
export type Secrets = Readonly<Record<Purpose, Keys>>;

/**
 * A key for each purpose, derived from the root secret (LINK_SECRET) and those before it by HKDF-SHA256 (RFC 5869), the
 * purpose being its `info`. The roots themselves come last: before there was a key for each purpose, they were the key
 * of all of them.
 */
export function deriveSecrets(root: string, previous: readonly string[]): Secrets {
  const keysOf = (purpose: Purpose): Keys => [
    derive(root, purpose),
    ...previous.map((secret) => derive(secret, purpose)),
    root,
    ...previous,
  ];
  return {
    links: keysOf("links"),
    cookies: keysOf("cookies"),
    codes: keysOf("codes"),
    pseudonyms: keysOf("pseudonyms"),
    messageIds: keysOf("messageIds"),
  };
}

const derive = (root: string, purpose: Purpose): string =>
  Buffer.from(hkdfSync("sha256", root, "", `settled/${purpose}/1`, 32)).toString("hex");
