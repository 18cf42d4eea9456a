import type { Rewrapper, SealedValue, SealedValueStore } from "#app/ports/index.ts";

export type RotationReport = {
  rewrapped: number;
  /** Values no key of ours opens: damaged, or moved from another shop. They stay as they are. */
  unreadable: { place: string; shop: string }[];
  /** Values still on another key; the old key may go when this is 0. */
  left: number;
};

const BATCH = 200;

/**
 * Wraps every sealed value with the current key, batch by batch, while the app reads and writes. A value that traffic
 * changed meanwhile is left to it; what an instance with the old settings wrote is found by the next pass.
 */
export async function rotateKeys(deps: {
  values: SealedValueStore;
  rewrapper: Rewrapper;
}): Promise<RotationReport> {
  const { values, rewrapper } = deps;
  const report: RotationReport = { rewrapped: 0, unreadable: [], left: 0 };
  for (const place of ["session", "connection"] as const) {
    for (let after = ""; ; ) {
      const batch = await values.others(place, rewrapper.currentPrefix, after, BATCH);
      for (const value of batch) {
        const sealed = rewrapOrNull(rewrapper, value);
        if (sealed === null) report.unreadable.push({ place, shop: value.shop });
        else if (await values.replace(value, sealed)) report.rewrapped += 1;
      }
      const last = batch.at(-1);
      if (!last) break;
      after = last.id;
    }
  }
  report.left = await values.countOthers(rewrapper.currentPrefix);
  return report;
}

function rewrapOrNull(rewrapper: Rewrapper, value: SealedValue): string | null {
  try {
    return rewrapper.rewrap(value);
  } catch {
    // The report names it; the reason is one and the same, and must not carry the value into a log.
    return null;
  }
}
