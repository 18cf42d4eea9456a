import type { Action, Catalog, Contract, Invoice } from "./account.ts";
import type { FileReader } from "./file-reader.ts";
import type { AccountFileJson } from "./file-schema.ts";

type Item<K extends "actions" | "contracts" | "invoices" | "catalogs"> = NonNullable<
  AccountFileJson[K]
>[number];

/** Converts one action of the file. */
export function readAction(item: Item<"actions">, index: number, reader: FileReader): Action {
  const at = (key: string) => () => `actions[${index}].${key}`;
  const amount = reader.exact(item.amount, at("amount"));
  const payout = reader.exact(item.payout, at("payout"));
  const isFiner = amount.rest !== 0 || payout.rest !== 0;
  return {
    id: item.id,
    program: item.program,
    partner: item.partner,
    state: item.state,
    amount: amount.minor,
    payout: payout.minor,
    trackedOn: reader.day(item.trackedOn, at("trackedOn")),
    locksOn: reader.dayOrNull(item.locksOn, at("locksOn")),
    reversedOn: reader.dayOrNull(item.reversedOn, at("reversedOn")),
    clearedOn: reader.dayOrNull(item.clearedOn, at("clearedOn")),
    ...(isFiner && { finer: { amount: amount.rest, payout: payout.rest } }),
  };
}

/** Converts one contract of the file. */
export function readContract(item: Item<"contracts">, index: number, reader: FileReader): Contract {
  return { ...item, endsOn: reader.dayOrNull(item.endsOn, () => `contracts[${index}].endsOn`) };
}

/** Converts one partner invoice of the file. */
export function readInvoice(item: Item<"invoices">, index: number, reader: FileReader): Invoice {
  const total = reader.exact(item.total, () => `invoices[${index}].total`);
  return {
    ...item,
    dueOn: reader.day(item.dueOn, () => `invoices[${index}].dueOn`),
    total: total.minor,
    ...(total.rest !== 0 && { finer: total.rest }),
    paidOn: reader.dayOrNull(item.paidOn, () => `invoices[${index}].paidOn`),
  };
}

/** A catalog holds nothing to convert. */
export function readCatalog(item: Item<"catalogs">): Catalog {
  return { ...item };
}
