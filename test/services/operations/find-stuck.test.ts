import { expect, it } from "vitest";
import { findStuck } from "#app/services/operations/find-stuck.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("a job that used up its tries is spoken of for a day: after that somebody was told", async () => {
  const deps = createFakeDeps();
  const diedHoursAgo = [1, 23, 24, 25, 99];
  const deadJobs = {
    ...deps.deadJobs,
    ofLastHours: async (hours: number) => [
      { job: "make-export", count: diedHoursAgo.filter((ago) => ago <= hours).length },
    ],
  };
  expect(await findStuck({ ...deps, deadJobs })).toMatchObject([{ key: "jobs:make-export", count: 3 }]);
});
