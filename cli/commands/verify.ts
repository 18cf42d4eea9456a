import { createHash } from "node:crypto";
import { strFromU8 } from "fflate";
import { Temporal } from "temporal-polyfill";
import {
  chainedText,
  historyLineSchema,
  PACK_FILES,
  type PackManifest,
  packManifestSchema,
  parseAccountFile,
  RULES_VERSION,
  sha256Sums,
} from "#app/domain/index.ts";
import type { CommandOutcome } from "../command.ts";
import { compareFigures } from "../pack-figures.ts";
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
  const figures = figuresOf(files, manifest.data);
  const problems = [
    ...fileProblems(files, manifest.data),
    ...sumsProblems(files, manifest.data, hashOf(manifestText)),
    ...historyProblems(textOf(files, PACK_FILES.history)),
    ...(typeof figures === "string" ? [figures] : []),
  ];
  if (problems.length > 0 || typeof figures === "string") return refused(problems);
  const { reference, packedAt, on } = manifest.data;
  const report = {
    outcome: "untouched",
    reference,
    packedAt,
    on,
    files: manifest.data.files.length,
    ...figures,
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

/** So many differing figures are listed; the rest is counted. */
const LISTED = 20;

/**
 * The report is made anew from the account file; a pack without one holds no figures. A reading of the rules that changed
 * since alters no pack: it is named, with each figure that comes out otherwise today. A string is a problem.
 */
function figuresOf(files: PackFiles, manifest: PackManifest): Record<string, unknown> | string {
  const { on } = manifest;
  const rules = manifest.rules ?? null;
  if (!files.has(PACK_FILES.closure) && !files.has(PACK_FILES.account))
    return { figures: "none in this pack" };
  const parsed = parseAccountFile(parseJson(textOf(files, PACK_FILES.account)));
  if (parsed.outcome !== "parsed")
    return problemLine(PACK_FILES.account, "cannot be read", "an account file");
  const day = Temporal.PlainDate.from(on);
  const found = compareFigures(textOf(files, PACK_FILES.closure), {
    account: parsed.account,
    on: day,
    rules,
  });
  switch (found.outcome) {
    case "reproduced":
      return { figures: "reproduced", rules: rules ?? RULES_VERSION };
    case "altered":
      return problemLine(
        PACK_FILES.closure,
        "has other figures than its account file gives",
        "the report of that day",
      );
    case "unreadable":
      return problemLine(PACK_FILES.closure, "cannot be read", "the report of that day");
    case "other-rules":
      return {
        figures: files.has(PACK_FILES.script)
          ? "worked out by another reading of the rules; the pack's own verify.mjs works them out again"
          : "worked out by another reading of the rules",
        rules: {
          pack: rules ?? "not named, before 2026-11-30",
          today: RULES_VERSION,
          changed: found.changed,
        },
        differing: found.differences.length,
        differences: found.differences.slice(0, LISTED),
      };
  }
}
