import { closeSync, openSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { ConfigError } from "#app/config.server.ts";

/** Who holds a folder: read by whoever is refused, so that a person knows which process to stop. */
const holderSchema = z.object({ what: z.string(), pid: z.number(), host: z.string(), since: z.string() });
export type Holder = z.infer<typeof holderSchema>;

export type FolderLock = { release(): Promise<void> };
export type LockOutcome =
  | { outcome: "locked"; lock: FolderLock }
  /** `holder` is null when the other process did not get to saying who it is. */
  | { outcome: "held"; holder: Holder | null };

/** `app` keeps the database to one process; `demo` keeps the whole folder to one demo, its sandbox included. */
type Name = "app" | "demo";

/** Files a lock leaves in its folder; whoever empties a folder under its lock leaves these alone. */
export const LOCK_FILES = (["app", "demo"] satisfies Name[]).flatMap((name) => [
  `${name}.lock`,
  `${name}.lock.json`,
]);

/**
 * Locks a data folder, which is made where there is none. The kernel keeps the lock on an open file: it ends with the
 * process, also by kill -9, and as long as that process lives, paused or not, nobody else gets it. Which process has it
 * lies beside it, for people only. Throws a ConfigError where the folder cannot be used.
 */
export async function lockFolder(folder: string, name: Name, what: string): Promise<LockOutcome> {
  await makePrivate(folder);
  const card = path.join(folder, `${name}.lock.json`);
  const fd = openLock(folder, name);
  if (!(await takes(fd, folder))) {
    closeSync(fd);
    return { outcome: "held", holder: await readHolder(card) };
  }
  const holder: Holder = { what, pid: process.pid, host: hostname(), since: new Date().toISOString() };
  await writeFile(`${card}.new`, JSON.stringify(holder), { mode: 0o600 });
  await rename(`${card}.new`, card);
  const release = async () => {
    await rm(card, { force: true });
    closeSync(fd);
  };
  return { outcome: "locked", lock: { release } };
}

/** What a person reads who started a second process: which one is there, and what to do. */
export function heldMessage(folder: string, holder: Holder | null, remedy: string): string {
  const who = holder
    ? `${holder.what}, process ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 16).replace("T", " ")} UTC`
    : "a process that has only just started";
  return `The data folder ${folder} is in use by another process: ${who}. Only one may open it at a time. ${remedy}`;
}

/** Nobody but the owner may look into the folder; a sticky one, such as /tmp, belongs to everybody and stays so. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refuse(folder));
  const { mode, uid } = await stat(folder);
  if ((mode & 0o077) !== 0 && (mode & 0o1000) === 0 && uid === process.getuid?.()) await chmod(folder, 0o700);
}

/** A bare descriptor: a file handle nobody refers to any more would be collected, and its lock with it. */
function openLock(folder: string, name: Name): number {
  try {
    return openSync(path.join(folder, `${name}.lock`), "a+", 0o600);
  } catch (error) {
    return refuse(folder)(error);
  }
}

/** Only an embedded database needs the lock, so that its native part is not loaded for anybody else. */
async function takes(fd: number, folder: string): Promise<boolean> {
  const { tryLock } = await import("fs-native-extensions");
  try {
    return tryLock(fd);
  } catch (error) {
    throw new ConfigError(
      `The data folder ${folder} (DATA_DIR) lies on a file system that cannot lock (${reasonOf(error)}); choose a folder on a local disk.`,
    );
  }
}

async function readHolder(card: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(card, "utf8")));
  } catch {
    return null;
  }
}

const refuse =
  (folder: string) =>
  (error: unknown): never => {
    throw new ConfigError(
      `The data folder ${folder} (DATA_DIR) cannot be used (${reasonOf(error)}); name a folder this user may write to, on a disk with room.`,
    );
  };

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
