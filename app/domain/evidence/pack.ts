import { z } from "zod";

/** The files of an evidence pack that a reader looks into; snapshots and the ticket's text lie beside them. */
export const PACK_FILES = {
  manifest: "manifest.json",
  account: "account-file.json",
  closure: "closure.json",
  history: "history.jsonl",
  receipt: "receipt.pdf",
  rules: "rules.json",
  script: "verify.mjs",
  sums: "SHA256SUMS",
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a pack holds, with the SHA-256 of each file but the manifest itself. `on` is the day its figures are of, `rules` the
 * reading of the rules that made them; packs made before readings were numbered name none.
 */
export const packManifestSchema = z.strictObject({
  version: z.literal(1),
  reference: z.string(),
  packedAt: z.string(),
  on: z.iso.date(),
  rules: z.string().optional(),
  files: z.array(z.strictObject({ name: z.string(), sha256, bytes: z.number().int() })),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** The manifest once more in the form that `sha256sum -c` reads; `manifestSha256` is the manifest's own hash. */
export const sha256Sums = ({ files }: PackManifest, manifestSha256: string): string =>
  [...files, { name: PACK_FILES.manifest, sha256: manifestSha256 }]
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join("");

/** One row of the history: `hash` covers the row and the hash before it, so that no row can be taken out or changed. */
export const historyLineSchema = z.strictObject({
  row: z.record(z.string(), z.unknown()),
  previous: z.string(),
  hash: sha256,
});

/** What the hash of a history row is taken over. */
export const chainedText = (previous: string, row: Record<string, unknown>): string =>
  `${previous}\n${JSON.stringify(row)}`;
