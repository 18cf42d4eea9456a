import { createHash } from "node:crypto";
import { strFromU8, strToU8 } from "fflate";

type Files = Record<string, Uint8Array>;
const hashOf = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");

/** The pack of a forger: its files with a manifest and sums that fit them. `head` is what else a manifest says. */
export function remade(files: Files, head?: Record<string, unknown>): Files {
  const { "manifest.json": manifest, SHA256SUMS: _sums, ...rest } = files;
  const before = head ?? JSON.parse(strFromU8(manifest ?? strToU8("{}")));
  const listed = Object.entries(rest).map(([name, bytes]) => ({
    name,
    sha256: hashOf(bytes),
    bytes: bytes.length,
  }));
  const made = strToU8(`${JSON.stringify({ ...before, files: listed }, null, 2)}\n`);
  const sums = [...listed, { name: "manifest.json", sha256: hashOf(made) }];
  return {
    ...rest,
    "manifest.json": made,
    SHA256SUMS: strToU8(sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("")),
  };
}
