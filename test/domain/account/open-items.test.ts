import { expect, it } from "vitest";
import {
  hasNotBegun,
  openCatalogs,
  runningContracts,
  unpaidInvoices,
} from "#app/domain/account/open-items.ts";
import type { AccountFileJson } from "#app/domain/index.ts";
import { anAccount } from "#test/factories/account.ts";

const JUNE_20 = 20_624;
const ids = (items: readonly { id: string }[] | null) => items?.map(({ id }) => id);
type Contract = NonNullable<AccountFileJson["contracts"]>[number];
type Invoice = NonNullable<AccountFileJson["invoices"]>[number];
type Catalog = NonNullable<AccountFileJson["catalogs"]>[number];

it("leaves a contract running until its last day is over (H11), and one that was declined or has ended never", () => {
  const contract = (id: string, status: Contract["status"], endsOn: string | null): Contract => ({
    ...{ id, partner: "Blog", status, endsOn },
  });
  const contracts = [
    contract("f", "ACTIVE", null),
    contract("e", "ACTIVE", "2026-06-20"),
    contract("d", "ACTIVE", "2026-06-19"),
    contract("c", "EXPIRED", null),
    contract("b", "DECLINED", null),
    contract("a", "UPCOMING", "2026-07-20"),
  ];
  expect(ids(runningContracts(anAccount({ contracts }), JUNE_20))).toEqual(["a", "e", "f"]);
  expect(runningContracts(anAccount({ contracts: null }), JUNE_20)).toBeNull();
});

it("takes an invoice for unpaid until the day it is paid", () => {
  const invoice = (id: string, status: Invoice["status"], paidOn: string | null): Invoice => ({
    ...{ id, dueOn: "2026-07-16", total: "75.00", status, paidOn },
  });
  const invoices = [
    invoice("f", "PENDING", null),
    invoice("e", "OVERDUE", null),
    invoice("d", "PAID", null),
    invoice("c", "PAID", "2026-06-21"),
    invoice("b", "PAID", "2026-06-20"),
  ];
  expect(ids(unpaidInvoices(anAccount({ invoices }), JUNE_20))).toEqual(["c", "e", "f"]);
  expect(unpaidInvoices(anAccount({ invoices: null }), JUNE_20)).toBeNull();
});

it("counts a catalog until it is closed or deactivated (G28)", () => {
  const catalogs = (["ACTIVE", "PENDING", "CLOSED", "DEACTIVATED"] as const).map(
    (status, index): Catalog => ({ id: `${9 - index}`, name: "Main", status }),
  );
  expect(ids(openCatalogs(anAccount({ catalogs })))).toEqual(["8", "9"]);
  expect(openCatalogs(anAccount({ catalogs: null }))).toBeNull();
});

it("takes a scheduled switch and a proposal, and nothing else, for a contract that has not begun (S1)", () => {
  const statuses = ["ACTIVE", "UPCOMING", "PENDING", "DECLINED", "EXPIRED"] as const;
  const contracts = statuses.map((status) => ({ id: status, partner: "Blog", status, endsOn: null }));
  expect(ids(anAccount({ contracts }).contracts?.filter(hasNotBegun) ?? null)).toEqual([
    "UPCOMING",
    "PENDING",
  ]);
});
