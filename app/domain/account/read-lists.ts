import type { Action, Catalog, Contract, Invoice } from "./account.ts";
import type { FileReader } from "./file-reader.ts";
import type { AccountFileJson } from "./file-schema.ts";

type Item<K extends "actions" | "contracts" | "invoices" | "catalogs"> = NonNullable<
  AccountFileJson[K]
>[number];

/** Converts one action of the file. */
export function readAction(item: Item<"actions">, index: number, reader: FileReader): Action {
  const at = (key: string) => () => `actions[${index}].${key}`;
  return {
    id: item.id,
    program: item.program,
    partner: item.partner,
    state: item.state,
    amount: reader.amount(item.amount, at("amount")),
    payout: reader.amount(item.payout, at("payout")),
    trackedOn: reader.day(item.trackedOn, at("trackedOn")),
    locksOn: reader.dayOrNull(item.locksOn, at("locksOn")),
    reversedOn: reader.dayOrNull(item.reversedOn, at("reversedOn")),
    clearedOn: reader.dayOrNull(item.clearedOn, at("clearedOn")),
  };
}

/** Converts one contract of the file. */
export function readContract(item: Item<"contracts">, index: number, reader: FileReader): Contract {
  return { ...item, endsOn: reader.dayOrNull(item.endsOn, () => `contracts[${index}].endsOn`) };
}

/** Converts one partner invoice of the file. */
export function readInvoice(item: Item<"invoices">, index: number, reader: FileReader): Invoice {
  return {
    ...item,
    dueOn: reader.day(item.dueOn, () => `invoices[${index}].dueOn`),
    total: reader.amount(item.total, () => `invoices[${index}].total`),
    paidOn: reader.dayOrNull(item.paidOn, () => `invoices[${index}].paidOn`),
  };
}

/** A catalog holds nothing to convert. */
export function readCatalog(item: Item<"catalogs">): Catalog {
  return { ...item };
}
