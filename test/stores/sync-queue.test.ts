import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Job } from "#app/ports/index.ts";
import { DATABASES, type Running } from "./databases.ts";

const job = (shop: string, purpose: "continue" | "nightly"): Job => ({
  name: "sync-actions",
  data: { shop, purpose },
});

describe.each(DATABASES.slice(1))("readings in the queue on %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("wait once per shop and purpose, however often and by whomever they are asked for", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    for (let times = 0; times < 3; times += 1)
      await running.db.transact(async (work) => {
        await work.enqueue(job(one, "continue"));
        await work.enqueue(job(one, "nightly"), { afterSeconds: 3_600 });
        await work.enqueue(job(other, "continue"));
      });
    const purposes = (await running.jobsOf(one)).map(({ data }) => ("purpose" in data ? data.purpose : null));
    expect(purposes.sort()).toEqual(["continue", "nightly"]);
    expect(await running.jobsOf(other)).toHaveLength(1);
  });

  it("are not asked for when the transaction is rolled back", async () => {
    const shop = randomUUID();
    const asked = running.db.transact(async (work) => {
      await work.enqueue(job(shop, "continue"));
      throw new Error("no");
    });
    await expect(asked).rejects.toThrow("no");
    expect(await running.jobsOf(shop)).toEqual([]);
  });
});
