import { createRequire } from "node:module";

// Not by `import`: the name leads here while mutants are tried.
const all = createRequire(import.meta.url)("fast-check") as typeof import("fast-check");

/** A tenth of each property's runs: hundreds of changes are tried, and the first few runs show most of what breaks. */
const assert = ((property: Parameters<typeof all.assert>[0], parameters: { numRuns?: number } = {}) =>
  all.assert(property, {
    ...parameters,
    numRuns: Math.ceil((parameters.numRuns ?? 100) / 10),
  })) as typeof all.assert;

export default { ...all, assert };
