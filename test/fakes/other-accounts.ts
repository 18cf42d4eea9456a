import {
  type ActionItem,
  type Advertiser,
  type AgencyApi,
  ALL_PROGRAMS,
  type ImpactResource,
  type InvoiceItem,
  type PartnerApi,
  type PartnerContract,
  type ReadFailure,
  type WithdrawalSettings,
} from "#app/ports/index.ts";

type PartnerHolds = {
  contracts?: PartnerContract[];
  invoices?: InvoiceItem[];
  invoiceCurrency?: string;
  settings?: WithdrawalSettings | null;
  actions?: (ActionItem & { programId: string })[];
};
type Fails = Partial<Record<ImpactResource, ReadFailure>>;

/** A partner account at impact.com; `fail` makes single resources fail. */
export function aPartnerAccount(holds: PartnerHolds = {}): PartnerApi & { fail: Fails } {
  const fail: Fails = {};
  const answer = async <T>(resource: ImpactResource, value: T) =>
    fail[resource] ?? { outcome: "read" as const, value };
  return {
    fail,
    readCompany: () =>
      answer("CompanyInformation", { name: "Trail Notes", currency: "USD", timeZone: "America/New_York" }),
    readPrograms: async () => ({ outcome: "read", value: [{ id: ALL_PROGRAMS, name: "", state: "" }] }),
    readContracts: () => answer("Contracts", holds.contracts ?? []),
    readActionPages: async (_who, { list, window }, take) => {
      const rows = (holds.actions ?? []).filter(
        ({ trackedOn }) =>
          list === "tracked" && trackedOn >= window.from.toString() && trackedOn < window.to.toString(),
      );
      const page = rows.map(({ programId, ...item }) => ({
        item,
        programId,
        partnerId: programId,
        currency: "USD",
      }));
      if (page.length > 0) await take(page);
      return answer("Actions", null);
    },
    readReversalPages: () => answer("ActionUpdates", null),
    readInvoices: () =>
      answer(
        "Invoices",
        (holds.invoices ?? []).map((item) => ({ item, currency: holds.invoiceCurrency ?? "USD" })),
      ),
    readInvoicePdf: (_who, id) => answer("Invoices", new TextEncoder().encode(`%PDF-1.4 ${id} of a partner`)),
    readWithdrawalSettings: () => answer("WithdrawalSettings", { settings: holds.settings ?? null }),
  };
}

/** An agency account at impact.com. */
export function anAgencyAccount(advertisers: Advertiser[] = []): AgencyApi & { fail: Fails } {
  const fail: Fails = {};
  return {
    fail,
    readCompany: async () =>
      fail.CompanyInformation ?? {
        outcome: "read",
        value: { name: "Northwind", currency: "USD", timeZone: "America/Chicago" },
      },
    readAdvertisers: async () => fail.Advertisers ?? { outcome: "read", value: advertisers },
  };
}
