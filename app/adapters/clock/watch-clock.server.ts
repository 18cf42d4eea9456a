import { watch } from "node:fs";
import path from "node:path";

/**
 * Calls back whenever the sandbox moved its clock, so that what is due by then is done at once. The folder is watched, because the
 * file is replaced at each move. Returns a function that stops it; it keeps no process alive.
 */
export function watchClock(file: string, moved: () => void): () => void {
  const name = path.basename(file);
  const watcher = watch(path.dirname(file), { persistent: false }, (_event, changed) => {
    if (changed === name) moved();
  });
  return () => watcher.close();
}
