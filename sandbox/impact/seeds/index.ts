import { busySeed } from "#sandbox/impact/seeds/busy.ts";
import { largeAccount } from "#sandbox/impact/seeds/large.ts";
import story from "#sandbox/impact/seeds/story.json" with { type: "json" };
import { type PreparedAccount, prepareAccount } from "#sandbox/impact/state/prepare.ts";
import { seedSchema } from "#sandbox/impact/state/seed.ts";

/** The accounts of the demo: the worked example of S3, one with a history, and one with 200,000 actions. */
export const demoAccounts = (): PreparedAccount[] => [
  prepareAccount(seedSchema.parse(story)),
  prepareAccount(busySeed()),
  largeAccount(),
];
