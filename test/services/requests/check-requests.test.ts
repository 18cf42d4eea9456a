import { expect, it } from "vitest";
import { checkRequest, enqueueDueChecks } from "#app/services/requests/check-requests.server.ts";
import { aClosing, aClosingEvent, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "./a-request.ts";

it("finds every check that is due, however many there are, and says how many", async () => {
  const deps = createFakeDeps();
  const ids = Array.from({ length: 401 }, (_, index) => `r-${String(index).padStart(4, "0")}`);
  for (const id of ids) {
    const { shop } = aShop();
    await deps.db.transact(async (work) => {
      await work.closingRequests.open(aClosing({ id, shop, accounts: [] }), aClosingEvent());
      const nextAt = at("2026-06-21T09:00:00Z");
      await work.requestChecks.plan({ shop, requestId: id, kind: "follow-up", nextAt });
      // A desk is asked of nothing that was not sent.
      await work.requestChecks.plan({ shop, requestId: id, kind: "desk", nextAt });
    });
  }
  expect(await enqueueDueChecks(deps)).toBe(401);
  const found = deps.db.jobs.flatMap((job) => (job.name === "check-request" ? [job.data] : []));
  expect(found.map(({ requestId }) => requestId)).toEqual(ids);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["follow-up"]));
});

it("asks each kind in its own states alone", async () => {
  const walk = await aRequest();
  const { deps, shop, requestId, round, tell } = walk;
  const plan = async () => {
    for (const kind of ["desk", "account", "follow-up"] as const)
      await deps.db.transact((work) =>
        work.requestChecks.plan({ shop, requestId, kind, nextAt: deps.clock.now() }),
      );
  };
  const kinds = async (now: string) => {
    const before = deps.db.jobs.length;
    await round(now);
    return deps.db.jobs.slice(before).flatMap((job) => (job.name === "check-request" ? [job.data.kind] : []));
  };
  await plan();
  expect(await kinds("2026-06-21T09:00:00Z")).toEqual(["desk", "follow-up"]);
  await tell("told-closed");
  await plan();
  expect(await kinds("2026-06-21T09:00:00Z")).toEqual(["account"]);
  await tell("told-not-closed", {});
  await tell("told-withdrawn", {});
  await plan();
  expect(await kinds("2026-06-21T09:00:00Z")).toEqual([]);
});

it("asks nothing before its time, and nothing that is not planned any more", async () => {
  const { deps, shop, requestId } = await aRequest();
  const input = { shop, requestId, kind: "desk" } as const;
  deps.clock.set("2026-06-21T09:59:59Z");
  expect(await checkRequest(input, deps)).toBe("not due");
  expect(await checkRequest({ ...input, kind: "account" }, deps)).toBe("not due");
  deps.clock.set("2026-06-21T10:00:00Z");
  expect(await checkRequest(input, deps)).toBe("moved");
  expect(await checkRequest(input, deps)).toBe("not due");
});
