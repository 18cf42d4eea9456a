import { readdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../prepare.ts";

/** What stands for the parts of an address that change. */
const PART = "x";

/**
 * Every address of the app, from the names of its route files: a dot is a slash, `$` a part that changes, a name that ends
 * with `_` or begins with one is no part. A route that is added is attacked without being named here.
 */
export function allAddresses(): string[] {
  const names = readdirSync(path.join(ROOT, "app/routes")).map((file) => file.replace(/\.tsx?$/, ""));
  const addresses = names.map((name) => {
    const parts = name
      .replaceAll("[.]", "\u0001")
      .split(".")
      .filter((part) => !part.startsWith("_"))
      .map((part) => (part.startsWith("$") ? PART : part.replace(/_$/, "").replaceAll("\u0001", ".")));
    return `/${parts.join("/")}`;
  });
  return [...new Set(addresses)].sort();
}

/** Those of the app in the admin. */
export const adminAddresses = (): string[] =>
  allAddresses().filter((address) => /^\/app(\/|$)/.test(address));
