/** API categories a scoped token can be given, one by one (H33, H36). */
export const CATEGORIES = [
  "CompanyInformation",
  "Programs",
  "Contracts",
  "Actions",
  "ActionUpdates",
  "Invoices",
  "Catalogs",
] as const;

export type Category = (typeof CATEGORIES)[number];
