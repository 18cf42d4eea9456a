import { unwatchFile, watchFile } from "node:fs";

const LOOK_EVERY_MS = 300;

/**
 * Calls back whenever the sandbox moved its clock, so that what is due by then is done at once and not at the next
 * minute. Returns a function that stops it; it keeps no process alive.
 */
export function watchClock(file: string, moved: () => void): () => void {
  const look = (now: { mtimeMs: number }, before: { mtimeMs: number }) => {
    if (now.mtimeMs !== before.mtimeMs) moved();
  };
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, look);
  return () => unwatchFile(file, look);
}
