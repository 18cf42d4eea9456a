import type { Resource } from "#sandbox/impact/api/resource.ts";

/** `GET /CompanyInformation`. It says nothing about sign-up, edition or state (domain facts 6.4). */
export const companyInformation: Resource = {
  path: "/CompanyInformation",
  category: "CompanyInformation",
  answer({ view, base }) {
    const { company, timezoneLabel } = view.account.seed.sandbox;
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
        Industry: {
          IndustryId: "833",
          IndustryName: "Miscellaneous Retail Stores, Not Elsewhere Classified",
        },
        Website: company.website,
        PrimaryPhoneNumber: "2065550100",
        PrimaryPhoneNumberCountry: company.country,
        SecondaryPhoneNumber: "",
        SecondaryPhoneNumberCountry: "",
        MinimumContactRating: "1",
        Timezone: timezoneLabel,
        Currency: view.account.seed.account.currency,
        RegisteredForIndirectTax: "false",
        IndirectTaxNumber: "",
        OrganizationType: "COMPANY",
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
