import type { PartnerApi } from "#app/ports/impact-kinds.ts";
import { requestOf } from "./account-path.server.ts";
import type { Noted } from "./client.server.ts";
import { readCompany } from "./company.server.ts";
import { readInvoices } from "./invoices.server.ts";
import { readPartnerActionPages, readPartnerReversalPages } from "./partner-actions.server.ts";
import { readPartnerContracts } from "./partner-contracts.server.ts";
import { readWithdrawalSettings } from "./partner-withdrawal.server.ts";
import type { Request } from "./request.server.ts";

/** The Partner API v16. Company and invoices have the brand's shape as far as they are read. */
export function createPartnerApi(request: Request, noted: Noted): PartnerApi {
  const ask = requestOf("partner", request);
  return {
    readCompany: (who) => noted("partner.readCompany", readCompany(ask, who)),
    readContracts: (who) => noted("partner.readContracts", readPartnerContracts(ask, who)),
    readActionPages: (who, slice, take) =>
      noted("partner.readActionPages", readPartnerActionPages(ask, who, slice, take)),
    readReversalPages: (who, slice, take) =>
      noted("partner.readReversalPages", readPartnerReversalPages(ask, who, slice, take)),
    readInvoices: (who) => noted("partner.readInvoices", readInvoices(ask, who)),
    readWithdrawalSettings: (who) =>
      noted("partner.readWithdrawalSettings", readWithdrawalSettings(ask, who)),
  };
}
