import { expect, it } from "vitest";
import { proveVisit } from "#app/services/exit/prove-visit.server.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";
import { mailedCode, VISIT } from "./a-visit.ts";

it("leaves a line for the operator of each wrong code, with how many tries are left, and none of the code", async () => {
  const { deps, shop } = await aLeftStore();
  const code = await mailedCode({ deps, shop });
  const lines: unknown[] = [];
  deps.log.warn = (...line: unknown[]) => void lines.push(line);
  const wrong = code === "000000" ? "000001" : "000000";
  await proveVisit({ shop, ...VISIT, code: wrong }, deps);
  await proveVisit({ shop, ...VISIT, visit: "another-visit", code }, deps);
  expect(lines).toEqual([
    [{ shop, triesLeft: 4 }, "a wrong or ended code was entered"],
    [{ shop, triesLeft: 0 }, "a wrong or ended code was entered"],
  ]);
});

it("lets a second click go on where the first one entered the code while its own was looked at", async () => {
  const { deps, shop } = await aLeftStore();
  const code = await mailedCode({ deps, shop });
  const { exitCodes } = deps.db;
  const countTry: typeof exitCodes.countTry = async () => {
    await exitCodes.prove(shop, VISIT.visit, deps.clock.now().add({ minutes: 60 }));
    // The first click's try was the last one.
    return null;
  };
  const second = { ...deps, db: { ...deps.db, exitCodes: { ...exitCodes, countTry } } };
  expect(await proveVisit({ shop, ...VISIT, code }, second)).toBeNull();
});
