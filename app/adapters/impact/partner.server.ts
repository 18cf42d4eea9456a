import type { PartnerApi } from "#app/ports/impact-kinds.ts";
import { partnerActionRow } from "./action-row.server.ts";
import { readActionPages, readReversalPages } from "./actions.server.ts";
import { readCompany } from "./company.server.ts";
import { readInvoicePdf } from "./invoice-pdf.server.ts";
import { readInvoices } from "./invoices.server.ts";
import type { Noted } from "./noted.server.ts";
import { readPartnerContracts } from "./partner-contracts.server.ts";
import { readWithdrawalSettings } from "./partner-withdrawal.server.ts";
import { type Ask, type Request, requestOf } from "./request.server.ts";

/** The Partner API v16. Company and invoices have the brand's shape as far as they are read. */
export function createPartnerApi(request: Request, fetchFile: Ask, noted: Noted): PartnerApi {
  const ask = requestOf("partner", request);
  return {
    readCompany: (who) => noted("partner.readCompany", readCompany(ask, who)),
    readContracts: (who) => noted("partner.readContracts", readPartnerContracts(ask, who)),
    readActionPages: (who, slice, take) =>
      noted("partner.readActionPages", readActionPages(ask, who, slice, take, partnerActionRow)),
    readReversalPages: (who, slice, take) =>
      noted("partner.readReversalPages", readReversalPages(ask, who, slice, take)),
    readInvoices: (who) => noted("partner.readInvoices", readInvoices(ask, who)),
    readInvoicePdf: (who, id) =>
      noted("partner.readInvoicePdf", readInvoicePdf(fetchFile, who, id, "Mediapartners")),
    readWithdrawalSettings: (who) =>
      noted("partner.readWithdrawalSettings", readWithdrawalSettings(ask, who)),
  };
}
