import { createHash } from "node:crypto";
import { strFromU8 } from "fflate";
import { Temporal } from "temporal-polyfill";
import {
  chainedText,
  closureReport,
  historyLineSchema,
  PACK_FILES,
  type PackManifest,
  packManifestSchema,
  parseAccountFile,
  sha256Sums,
} from "#app/domain/index.ts";
import type { CommandOutcome } from "../command.ts";
import { problemLine } from "../problem-line.ts";
import { type PackFiles, readPack } from "../read-pack.ts";

export const VERIFY_SUMMARY = "Whether an evidence pack is unchanged and its figures can be computed again";

/** Checks a pack: every file against the manifest, the history's chain, and the figures against the account file. */
export async function verify(args: readonly string[]): Promise<CommandOutcome> {
  const [file = "", ...rest] = args;
  if (file === "" || rest.length > 0)
    return refused([problemLine("FILE", "is not one path", "the path of an evidence pack (.zip)")]);
  const files = await readPack(file);
  if (!files) return refused([problemLine(file, "is not a zip file that can be read", "an evidence pack")]);
  const manifestText = textOf(files, PACK_FILES.manifest);
  const manifest = packManifestSchema.safeParse(parseJson(manifestText));
  if (!manifest.success)
    return refused([problemLine(PACK_FILES.manifest, "is missing or broken", "the manifest of a pack")]);
  const problems = [
    ...fileProblems(files, manifest.data),
    ...sumsProblems(files, manifest.data, hashOf(manifestText)),
    ...historyProblems(textOf(files, PACK_FILES.history)),
    ...figureProblems(files, manifest.data),
  ];
  if (problems.length > 0) return refused(problems);
  const { reference, packedAt, on } = manifest.data;
  const report = {
    outcome: "untouched",
    reference,
    packedAt,
    on,
    files: manifest.data.files.length,
    figures: files.has(PACK_FILES.closure) ? "reproduced" : "none in this pack",
    fingerprint: hashOf(manifestText),
  };
  return { outcome: "done", text: `${JSON.stringify(report, null, 2)}\n` };
}

const refused = (problems: string[]): CommandOutcome => ({ outcome: "refused", problems });
const hashOf = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
const textOf = (files: PackFiles, name: string): string => strFromU8(files.get(name) ?? new Uint8Array());

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fileProblems(files: PackFiles, manifest: PackManifest): string[] {
  const listed = new Set(manifest.files.map(({ name }) => name));
  const own: string[] = [PACK_FILES.manifest, PACK_FILES.sums];
  const added = [...files.keys()].filter((name) => !own.includes(name) && !listed.has(name));
  const changed = manifest.files.flatMap(({ name, sha256 }) => {
    const bytes = files.get(name);
    if (bytes === undefined) return [problemLine(name, "is missing", "every file of the manifest")];
    return hashOf(bytes) === sha256 ? [] : [problemLine(name, "was changed", "the file as it was packed")];
  });
  return [
    ...changed,
    ...added.map((name) => problemLine(name, "was added", "only the files of the manifest")),
  ];
}

/** The same hashes in another form; packs made before it was added have none. */
function sumsProblems(files: PackFiles, manifest: PackManifest, manifestSha256: string): string[] {
  const sums = files.has(PACK_FILES.sums) ? textOf(files, PACK_FILES.sums) : null;
  if (sums === null || sums === sha256Sums(manifest, manifestSha256)) return [];
  return [problemLine(PACK_FILES.sums, "was changed", "the hashes of the manifest")];
}

function historyProblems(text: string): string[] {
  let previous = "";
  for (const [index, line] of text.split("\n").filter(Boolean).entries()) {
    const read = historyLineSchema.safeParse(parseJson(line));
    const holds =
      read.success &&
      read.data.previous === previous &&
      read.data.hash === hashOf(chainedText(previous, read.data.row));
    if (!holds)
      return [
        problemLine(`${PACK_FILES.history}:${index + 1}`, "breaks the chain", "rows as they were written"),
      ];
    previous = read.data.hash;
  }
  return [];
}

/** The report is made anew from the account file; a pack without one holds no figures. */
function figureProblems(files: PackFiles, { on }: PackManifest): string[] {
  if (!files.has(PACK_FILES.closure) && !files.has(PACK_FILES.account)) return [];
  const packed = textOf(files, PACK_FILES.closure);
  const parsed = parseAccountFile(parseJson(textOf(files, PACK_FILES.account)));
  if (parsed.outcome !== "parsed")
    return [problemLine(PACK_FILES.account, "cannot be read", "an account file")];
  const again = closureReport(parsed.account, { on: Temporal.PlainDate.from(on) });
  return `${JSON.stringify(again, null, 2)}\n` === packed
    ? []
    : [
        problemLine(
          PACK_FILES.closure,
          "has other figures than its account file gives",
          "the report of that day",
        ),
      ];
}
