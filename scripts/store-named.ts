import { parseArgs } from "node:util";
import { isShopDomain } from "#app/services/shop-domain.ts";
import { BadInput } from "./bad-input.ts";

/** The one store that was typed behind a command. Throws a BadInput that says what is missing or wrong. */
export function storeNamed(command: string): string {
  const { positionals } = parseArgs({ options: {}, allowPositionals: true });
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0)
    throw new BadInput(`Name ${named ? "one" : "the"} store: ${command} -- acme.myshopify.com`);
  const shop = named.trim().toLowerCase();
  if (!isShopDomain(shop)) throw new BadInput(`${named} is no store's address. It ends in .myshopify.com.`);
  return shop;
}
