import type { LimitName, Limits } from "#app/ports/index.ts";

/** No limit, until `used` names one; every count is noted. */
export function createFakeLimits(): Limits & { used: Set<LimitName>; counted: [LimitName, string][] } {
  const used = new Set<LimitName>();
  const counted: [LimitName, string][] = [];
  return {
    used,
    counted,
    count: async (name, key) => {
      counted.push([name, key]);
      return used.has(name) ? 60 : null;
    },
    giveBack: async (name, key) => {
      const index = counted.findLastIndex(([each, by]) => each === name && by === key);
      if (index >= 0) counted.splice(index, 1);
    },
    waitFor: async (name) => (used.has(name) ? 60 : null),
  };
}
