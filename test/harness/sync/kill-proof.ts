import { readAccount, type Target } from "./children.ts";
import type { Digest } from "./digest.ts";

export type KillProof = {
  undisturbed: Digest;
  /** How many readings were really killed; the others were done before their moment came. */
  killed: number;
  /** Points whose final state differs from the undisturbed one; none is the proof. */
  different: { killAfterMs: number; found: Digest }[];
};

/**
 * Reads the account once undisturbed, then once for each point: killed at a random moment, started again and read to
 * the end. Each point has a part of the time to itself: left to chance, all could lie where a quicker reading is over. `target` gives an empty database each time.
 */
export async function killProof(
  url: string,
  points: number,
  target: () => Promise<Target>,
): Promise<KillProof> {
  const whole = await readAccount(url, await target());
  if (whole === "killed") throw new Error("The undisturbed reading was killed.");
  const undisturbed = digest(whole);
  const proof: KillProof = { undisturbed, killed: 0, different: [] };
  for (let point = 0; point < points; point += 1) {
    const killAfterMs = Math.round(((point + Math.random()) / points) * whole.seconds * 1_000);
    const place = await target();
    if ((await readAccount(url, place, killAfterMs)) === "killed") proof.killed += 1;
    const read = await readAccount(url, place);
    const found = read === "killed" ? null : digest(read);
    if (found && JSON.stringify(found) !== JSON.stringify(undisturbed))
      proof.different.push({ killAfterMs, found });
  }
  return proof;
}

const digest = ({ actions, rows, totals, sumsAgree }: Digest): Digest => ({
  actions,
  rows,
  totals,
  sumsAgree,
});
