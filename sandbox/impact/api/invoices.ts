import { invoiceResources } from "#sandbox/impact/api/invoice-resources.ts";

/** A brand's invoices (brand invoices v14): one for each partner it owes. */
export const invoices = invoiceResources({
  amount: Number,
  whole: (value) => value,
  party: ({ partnerId, partner }) => ({ MediaId: partnerId, MediaName: partner }),
  name: ({ partner }) => partner,
});

/** A partner's invoices (partner invoices v16): what brands owe it. */
export const partnerInvoices = invoiceResources({
  amount: (text) => text,
  whole: String,
  party: ({ partnerId }, company) => ({ RecipientId: partnerId, RecipientName: company }),
  name: (_row, company) => company,
});
