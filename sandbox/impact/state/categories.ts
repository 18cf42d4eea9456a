/** Whose account it is; each kind has an API of its own (H37). */
export const PERSONAS = ["brand", "partner", "agency"] as const;
export type Persona = (typeof PERSONAS)[number];

/** API categories a scoped token can be given, one by one (H33, H36). */
export const CATEGORIES = [
  "CompanyInformation",
  "Programs",
  "Contracts",
  "Actions",
  "ActionUpdates",
  "Invoices",
  "Catalogs",
  "WithdrawalSettings",
  "Advertisers",
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The categories each kind of account has. */
export const CATEGORIES_OF = {
  brand: ["CompanyInformation", "Programs", "Contracts", "Actions", "ActionUpdates", "Invoices", "Catalogs"],
  partner: ["CompanyInformation", "Contracts", "Actions", "ActionUpdates", "Invoices", "WithdrawalSettings"],
  agency: ["CompanyInformation", "Advertisers"],
} as const satisfies Record<Persona, readonly Category[]>;
