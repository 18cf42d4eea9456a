import { enumValue } from "#sandbox/impact/api/filters.ts";
import type { Resource } from "#sandbox/impact/api/resource.ts";

/** `GET /CompanyInformation` of every kind of account. It says nothing about sign-up, edition or state (domain facts 6.4). */
export const companyInformation: Resource = {
  path: "/CompanyInformation",
  category: "CompanyInformation",
  answer(request) {
    const { view, base } = request;
    const { company, timezoneLabel, persona } = view.account.seed.sandbox;
    const address = {
      AddressLine1: "1 Sandbox Street",
      AddressLine2: "",
      City: company.city,
      State: "",
      PostalCode: "00000",
      Country: company.country,
    };
    const contact = {
      UserId: "1234567",
      Name: company.contactName,
      Email: company.contactEmail,
      WorkPhoneNumber: "2065550100",
      WorkPhoneNumberCountry: company.country,
      CellPhoneNumber: "",
      CellPhoneNumberCountry: company.country,
    };
    return {
      kind: "object",
      name: "CompanyInformation",
      body: {
        CompanyName: company.name,
        ...(persona === "brand"
          ? {
              Industry: {
                IndustryId: "833",
                IndustryName: "Miscellaneous Retail Stores, Not Elsewhere Classified",
              },
            }
          : {}),
        ...(persona === "partner"
          ? { PrimaryPromotionalMethod: "CONTENT", PromotionalMethods: "CONTENT", Description: "" }
          : {}),
        Website: company.website,
        PrimaryPhoneNumber: "2065550100",
        PrimaryPhoneNumberCountry: company.country,
        SecondaryPhoneNumber: "",
        SecondaryPhoneNumberCountry: "",
        MinimumContactRating: "1",
        Timezone: enumValue(request, timezoneLabel, "(GMT +00:00) Atlantis", 0),
        Currency: view.account.seed.account.currency,
        // A text for brands and agencies, a boolean for partners (partner account v16).
        RegisteredForIndirectTax: persona === "partner" ? false : "false",
        IndirectTaxNumber: "",
        OrganizationType: persona === "agency" ? "CORP" : "COMPANY",
        EinSsnForeignTaxId: "",
        CorporateAddress: address,
        BillingAddress: address,
        FinancialContact: contact,
        TechnicalContact: contact,
        CommercialContact: contact,
        SecurityContact: contact,
        Uri: `${base}/CompanyInformation`,
      },
    };
  },
};
