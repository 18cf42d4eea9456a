/** Where an invoice's PDF lies in a zip. An id is data from elsewhere: no path, no name of a device, no blank. */
export const invoiceFileName = (invoiceId: string): string =>
  `invoices/${encodeURIComponent(invoiceId).replaceAll(/[.*'()~!]/g, "_")}.pdf`;
