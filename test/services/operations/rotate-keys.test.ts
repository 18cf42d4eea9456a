import { expect, it } from "vitest";
import type { Rewrapper, SealedValue, SealedValueStore } from "#app/ports/index.ts";
import { rotateKeys } from "#app/services/operations/rotate-keys.server.ts";

/** Values on the old key `k1.`; the current one is `k2.`. */
function aVault(values: SealedValue[], { changesMeanwhile = [] as string[] } = {}) {
  const rows = new Map(values.map((value) => [`${value.place} ${value.id}`, value]));
  const store: SealedValueStore = {
    others: async (place, prefix, afterId, limit) =>
      [...rows.values()]
        .filter((row) => row.place === place && !row.sealed.startsWith(prefix) && row.id > afterId)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit),
    replace: async (value, sealed) => {
      if (changesMeanwhile.includes(value.id)) return false;
      rows.set(`${value.place} ${value.id}`, { ...value, sealed });
      return true;
    },
    countOthers: async (prefix) =>
      [...rows.values()].filter(({ sealed }) => !sealed.startsWith(prefix)).length,
  };
  const rewrapper: Rewrapper = {
    currentPrefix: "k2.",
    rewrap: ({ sealed }) => {
      if (!sealed.startsWith("k1.")) throw new Error(`No key opens ${sealed}.`);
      return sealed.replace("k1.", "k2.");
    },
  };
  return { deps: { values: store, rewrapper }, sealed: () => [...rows.values()].map(({ sealed }) => sealed) };
}

const value = (place: SealedValue["place"], id: string, sealed = `k1.${id}`): SealedValue => ({
  place,
  id,
  shop: `${id}.myshopify.com`,
  sealed,
});

it("wraps the values of both places with the current key, leaves what is on it, and a second pass finds nothing", async () => {
  const { deps, sealed } = aVault([
    value("session", "a"),
    value("connection", "b"),
    value("session", "c", "k2.c"),
  ]);
  expect(await rotateKeys(deps)).toEqual({ rewrapped: 2, unreadable: [], left: 0 });
  expect(sealed()).toEqual(["k2.a", "k2.b", "k2.c"]);
  expect(await rotateKeys(deps)).toEqual({ rewrapped: 0, unreadable: [], left: 0 });
});

it("names what no key opens, leaves it as it is, and goes on behind it", async () => {
  const { deps, sealed } = aVault([
    value("session", "a", "k0.a"),
    value("session", "b"),
    value("connection", "c", "k0.c"),
  ]);
  expect(await rotateKeys(deps)).toEqual({
    rewrapped: 1,
    unreadable: [
      { place: "session", shop: "a.myshopify.com" },
      { place: "connection", shop: "c.myshopify.com" },
    ],
    left: 2,
  });
  expect(sealed()).toEqual(["k0.a", "k2.b", "k0.c"]);
});

it("does not count what traffic changed meanwhile: it is left, for the next pass", async () => {
  const { deps } = aVault([value("session", "a"), value("session", "b")], { changesMeanwhile: ["a"] });
  expect(await rotateKeys(deps)).toEqual({ rewrapped: 1, unreadable: [], left: 1 });
});

it("goes through more values than one batch holds, each once", async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `v${String(index).padStart(3, "0")}`);
  const { deps } = aVault(ids.map((id) => value("connection", id)));
  expect(await rotateKeys(deps)).toEqual({ rewrapped: 450, unreadable: [], left: 0 });
});
