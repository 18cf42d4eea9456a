import { HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import type { Oddity } from "#app/ports/index.ts";
import { CREDENTIALS, impactGet, listBody } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();

/** A client whose schemaDrifts are kept. */
function aWatchfulClient() {
  const noted: Oddity[] = [];
  const { api } = aClient({ schemaDrifts: { note: async (oddity) => void noted.push(oddity) } });
  return { api, noted };
}
const answer = (resource: string, body: object) =>
  server.use(impactGet(resource, () => HttpResponse.json(body)));
const catalogs = (...statuses: string[]) =>
  answer(
    "Catalogs",
    listBody(
      "Catalogs",
      statuses.map((Status, index) => ({ Id: `${index}`, Name: "C", Status })),
    ),
  );

describe("an answer the app was not made for (P7)", () => {
  it("is noted with its new value, once an answer, and still read", async () => {
    const { api, noted } = aWatchfulClient();
    catalogs("ARCHIVED", "ACTIVE", "ARCHIVED", "FROZEN");
    expect(await api.readCatalogs(CREDENTIALS)).toMatchObject({ outcome: "read", value: { length: 4 } });
    expect(noted).toEqual([
      { resource: "Catalogs", field: "Catalogs[].Status", value: "ARCHIVED" },
      { resource: "Catalogs", field: "Catalogs[].Status", value: "FROZEN" },
    ]);
  });

  it("is noted inside the lines of an invoice, and for a time zone", async () => {
    const { api, noted } = aWatchfulClient();
    const line = { Status: "DISPUTED", DueDate: "2026-06-01T00:00:00Z", PaidDate: "" };
    answer("Invoices", listBody("Invoices", [{ Id: "1", TotalAmount: 10, LineItems: [line] }]));
    await api.readInvoices(CREDENTIALS);
    answer("CompanyInformation", { CompanyName: "Acme", Currency: "USD", Timezone: "(GMT +00:00) Atlantis" });
    await api.readCompany(CREDENTIALS);
    expect(noted).toEqual([
      { resource: "Invoices", field: "Invoices[].LineItems[].Status", value: "DISPUTED" },
      { resource: "CompanyInformation", field: "Timezone", value: "(GMT +00:00) Atlantis" },
    ]);
  });

  it("is noted when a field is missing, by the field's name alone", async () => {
    const { api, noted } = aWatchfulClient();
    answer("Catalogs", { Items: [{ Id: "1", Name: "C" }] });
    expect(await api.readCatalogs(CREDENTIALS)).toMatchObject({ outcome: "unexpected-answer" });
    expect(noted).toEqual([{ resource: "Catalogs", field: "Catalogs", value: null }]);
  });

  it.each(["owner@acme-outdoor.example", "A".repeat(61), "<b>Jane</b>"])(
    "does not repeat a value that is no code: %j",
    async (value) => {
      const { api, noted } = aWatchfulClient();
      catalogs(value);
      await api.readCatalogs(CREDENTIALS);
      expect(noted.map((each) => each.value)).toEqual(["(not repeated)"]);
    },
  );

  it("is not a refusal, an outage, or an ordinary answer", async () => {
    const { api, noted } = aWatchfulClient();
    for (const status of [400, 401, 404, 500]) {
      server.use(impactGet("Catalogs", () => new HttpResponse("", { status })));
      await api.readCatalogs(CREDENTIALS);
    }
    answer("Catalogs", { Status: "ERROR", Message: "no" });
    await api.readCatalogs(CREDENTIALS);
    catalogs("ACTIVE", "CLOSED");
    await api.readCatalogs(CREDENTIALS);
    expect(noted).toEqual([]);
  });
});
