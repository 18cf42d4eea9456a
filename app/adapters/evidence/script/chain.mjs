import { createHash } from "node:crypto";

export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** Every file against manifest.json and SHA256SUMS, and no file besides. */
export function fileProblems(files, manifest) {
  const problems = [];
  const listed = new Map(manifest.files.map(({ name, sha256: hash }) => [name, hash]));
  for (const [name, hash] of listed) {
    const bytes = files.get(name);
    if (!bytes) problems.push(`${name} is missing`);
    else if (sha256(bytes) !== hash) problems.push(`${name} was changed`);
  }
  const own = ["manifest.json", "SHA256SUMS"];
  for (const name of files.keys())
    if (!listed.has(name) && !own.includes(name)) problems.push(`${name} was added`);
  const sums = [...manifest.files, { name: "manifest.json", sha256: sha256(files.get("manifest.json")) }];
  const expected = sums.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join("");
  if (files.get("SHA256SUMS")?.toString("utf8") !== expected)
    problems.push("SHA256SUMS says something else than manifest.json");
  return problems;
}

/**
 * history.jsonl has one JSON object a line: {"row":…,"previous":…,"hash":…}. `hash` is the SHA-256, in hexadecimal, of the
 * hash before it ("" for the first), a line feed, and the row as it stands in the line, all in UTF-8.
 */
export function chainProblems(history) {
  let previous = "";
  for (const [index, line] of history.split("\n").filter(Boolean).entries()) {
    const broken = [`history.jsonl: line ${index + 1} breaks the chain`];
    const tail = /,"previous":"([0-9a-f]{64}|)","hash":"([0-9a-f]{64})"\}$/.exec(line);
    if (!line.startsWith('{"row":') || !tail) return broken;
    const row = line.slice('{"row":'.length, tail.index);
    if (tail[1] !== previous || tail[2] !== sha256(`${previous}\n${row}`)) return broken;
    previous = tail[2];
  }
  return [];
}
