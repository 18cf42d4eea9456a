import { afterAll, beforeAll, expect, it } from "vitest";
import { serveAccount } from "#test/harness/sync/children.ts";
import { killProof } from "#test/harness/sync/kill-proof.ts";
import { type Places, postgresPlaces } from "#test/harness/sync/places.ts";

let served: Awaited<ReturnType<typeof serveAccount>>;
let places: Places;
beforeAll(async () => {
  served = await serveAccount(5_000);
  places = await postgresPlaces();
});
afterAll(async () => {
  served.stop();
  await places.clear();
});

/** A few points only; `npm run faults:sync` goes through fifty, on either database. */
it("ends a first reading the same after its process was killed at any moment", async () => {
  const proof = await killProof(served.url, 3, places.next);
  expect(proof.undisturbed).toMatchObject({ actions: 5_000, sumsAgree: true });
  expect(proof.different).toEqual([]);
  expect(proof.killed).toBeGreaterThan(0);
});
