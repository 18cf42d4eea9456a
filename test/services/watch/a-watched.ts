import type { ContractItem, ReadFailure } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, shop } from "../sync/a-merchant.ts";

export const aContract = (status: ContractItem["status"]): ContractItem => ({
  id: "S-777",
  partner: "Acme Blog",
  status,
  endsOn: status === "EXPIRED" ? "2026-06-01" : null,
});

/** A connected merchant on 21 June 2026 whose one contract is expired; `contract` moves it. */
export async function aWatched({ draft = true, locale = "en" } = {}) {
  const { deps, impact } = await aMerchant([]);
  let contracts = [aContract("EXPIRED")];
  const state = { failure: null as ReadFailure | null };
  impact.readContracts = async () => state.failure ?? { outcome: "read", value: contracts };
  await deps.db.shops.save(aShop({ shop, locale }));
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } }, deps);
  const content = { ...EMPTY_DRAFT, reason: "Too dear" };
  if (draft) await saveDraft({ shop, actor: "staff-1", seen: 0, saveKey: "k", content }, deps);
  const check = () => checkEverything({ shop }, deps);
  await check();
  return {
    deps,
    impact,
    state,
    check,
    contract: (status: ContractItem["status"], partner = "Acme Blog") => {
      contracts = [{ ...aContract(status), partner }];
    },
    events: () => deps.db.rows().outboundEvents.map(({ event }) => event),
    mails: () => deps.db.rows().mails.filter(({ purpose }) => purpose === "task-reopened"),
  };
}
