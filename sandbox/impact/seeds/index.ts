import { agencyOf } from "#sandbox/impact/seeds/agency.ts";
import { delinquentBrand, jpyBrand, multiBrand, newBrand, trialBrand } from "#sandbox/impact/seeds/brands.ts";
import { busySeed } from "#sandbox/impact/seeds/busy.ts";
import { largeAccount } from "#sandbox/impact/seeds/large.ts";
import { smallPartner, zeroPartner } from "#sandbox/impact/seeds/partners.ts";
import { type Sketch, seedOf } from "#sandbox/impact/seeds/sketch.ts";
import story from "#sandbox/impact/seeds/story.json" with { type: "json" };
import { type PreparedAccount, prepareAccount } from "#sandbox/impact/state/prepare.ts";
import { seedSchema } from "#sandbox/impact/state/seed.ts";

const prepared = (sketch: Sketch): PreparedAccount => prepareAccount(seedOf(sketch));

/** The accounts of the demo: the worked example of S3 first, then one for each thing that can be different. */
export function demoAccounts(): PreparedAccount[] {
  const small = [newBrand, trialBrand, delinquentBrand, jpyBrand, multiBrand].map(prepared);
  return [
    prepareAccount(seedSchema.parse(story)),
    prepareAccount(busySeed()),
    largeAccount(),
    ...small,
    prepared(smallPartner),
    prepared(zeroPartner),
    prepared(agencyOf(small)),
  ];
}
