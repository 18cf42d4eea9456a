import type { Advertiser } from "#app/ports/index.ts";
import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";

/** One of the brand accounts impact.com lists for an agency; null where none has this number. */
export async function showBrand(
  { shop, id }: { shop: string; id: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ view: AccountView; brand: Advertiser } | null> {
  const view = await loadAccount({ shop }, deps);
  const brand = view?.agency?.advertisers.value?.find((each) => each.id === id);
  return view && brand ? { view, brand } : null;
}
