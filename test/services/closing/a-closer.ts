import type { ActionItem, CatalogItem, ContractItem, ImpactResource, InvoiceItem } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, shop } from "../sync/a-merchant.ts";

type Lists = {
  Contracts?: (ContractItem & { program?: string })[];
  Invoices?: InvoiceItem[];
  Catalogs?: CatalogItem[];
  Campaigns?: { id: string; name: string; state: string }[];
};

export const STARTER: StatedFacts = { signedUpOn: "2026-03-12", edition: "starter" };

export const aContract = (id: string, more: Partial<ContractItem & { program: string }> = {}) => ({
  id,
  partner: "Blog",
  status: "ACTIVE" as const,
  endsOn: null,
  ...more,
});

export const anInvoice = (id: string, more: Partial<InvoiceItem> = {}): InvoiceItem => ({
  id,
  dueOn: "2026-07-10",
  paidOn: null,
  total: "10.00",
  status: "PENDING",
  ...more,
});

/** A connected store on 21 June 2026 with actions, lists that were read, and told facts; no actions = never read. */
export async function aCloser({
  items,
  lists = {},
  facts = STARTER,
}: {
  items?: ActionItem[];
  lists?: Lists;
  facts?: StatedFacts;
}) {
  const { deps, sync } = await aMerchant(items ?? []);
  await deps.db.shops.save(aShop({ shop }));
  if (items) await sync();
  for (const [resource, body] of Object.entries(lists))
    await deps.db.snapshots.saveRead(shop, resource as ImpactResource, body, deps.clock.now());
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  /** The task's page; a tab, a search and a page are asked for as its address would. */
  const task = async (key: string, asked: { show?: string; search?: string; page?: number } = {}) => {
    const shown = await showTask({ shop, key, query: { show: "", search: "", page: 1, ...asked } }, deps);
    if (shown?.outcome !== "task") throw new Error(`No task ${key}.`);
    return shown;
  };
  const list = async (...asked: Parameters<typeof task>) => (await task(...asked)).items;
  return { deps, task, list };
}
