import { lockDay, runningContracts, standingCatalogs, unpaidInvoices } from "./account.mjs";
import { decimalOf, isoOf } from "./amounts-and-days.mjs";
import { few } from "./earliest.mjs";
import { unreadRows } from "./unread.mjs";

/** What is to be done before closing, by the account's kind; `shortfall` is what the balance lacks, null = not known. */
export function checklist(account, actions, on, { shortfall, funded }) {
  const { currency } = account;
  const money = (minor) => decimalOf(minor, currency);
  const running = runningContracts(account, on);
  const waits = ({ status }) => status === "UPCOMING" || status === "PENDING";
  const toSwitch = ({ id, partner }) => ({ id: "core.checklist.switch", values: { contract: id, partner } });
  const contract = (row) =>
    waits(row)
      ? toSwitch(row)
      : { id: "core.checklist.contract", values: { contract: row.id, partner: row.partner } };
  const endingContract = ({ id, partner, endsOn }) => ({
    id: "core.checklist.contractEnds",
    values: { contract: id, partner, endsOn: isoOf(endsOn) },
  });
  const ends = (row) => row.endsOn !== null && !waits(row);
  const invoice = ({ id, dueOn, total }) => ({
    id: "core.checklist.invoice",
    values: { invoice: id, dueOn: isoOf(dueOn), totalAmount: money(total), currency },
  });
  const pendingAction = (row) => {
    const locksOn = lockDay(row);
    const values = { action: row.id, partner: row.partner, payoutAmount: money(row.payout), currency };
    if (locksOn === null) return { id: "core.checklist.openEnded", values };
    return { id: "core.checklist.pending", values: { ...values, locksOn: isoOf(locksOn) } };
  };
  const unpaidAction = ({ id, partner, payout }) => ({
    id: "core.checklist.unpaid",
    values: { action: id, partner, payoutAmount: money(payout), currency },
  });
  const catalog = ({ id, name }) => ({ id: "core.checklist.catalog", values: { catalog: id, name } });
  const list = (rows, name) => rows && few(rows, name);
  // Of a program that could not be read nothing was asked.
  const programs = unreadRows(account, "programs");
  const unread = {
    contracts: [...unreadRows(account, "contracts", account.contracts?.length ?? null), ...programs],
    actions: [...unreadRows(account, "actions", actions?.tracked ?? null), ...programs],
    invoices: unreadRows(account, "invoices", account.invoices?.length ?? null),
    catalogs: unreadRows(account, "catalogs", account.catalogs?.length ?? null),
  };

  const left = list(running?.filter((row) => !ends(row)) ?? null, contract);
  const ending = running?.filter(ends) ?? [];
  const lastOn = ending.reduce((last, { endsOn }) => Math.max(last, endsOn), 0);
  const contracts = {
    ...item("expire-contracts", left, { unread: unread.contracts }),
    ...(ending.length > 0 && {
      ending: { lastOn: isoOf(lastOn), contracts: few(ending, endingContract) },
    }),
  };
  const switches = list(running?.filter(waits) ?? null, toSwitch);
  const paidIds = new Set(funded.invoices.map(({ id }) => id));
  const invoices = list(unpaidInvoices(account, on)?.filter(({ id }) => !paidIds.has(id)) ?? null, invoice);
  const pending = list(actions?.pending ?? null, pendingAction);
  const unpaid = list(actions && funded.unfunded, unpaidAction);
  const lastPaid = funded.paid.reduce((last, { fundedOn }) => Math.max(last, fundedOn), 0);
  const paidAction = ({ row, fundedOn }) => ({
    id: "core.checklist.funded",
    values: {
      action: row.id,
      partner: row.partner,
      payoutAmount: money(row.payout),
      currency,
      fundedOn: isoOf(fundedOn),
    },
  });
  const paidActions = funded.paid.length > 0 && {
    lastOn: isoOf(lastPaid),
    dueOn: null,
    things: few(funded.paid, paidAction),
  };
  const paidInvoices = funded.invoices.length > 0 && {
    lastOn: isoOf(lastPaid),
    dueOn: isoOf(Math.max(...funded.invoices.map(({ dueOn }) => dueOn))),
    things: few(funded.invoices, (row) => ({ ...invoice(row), id: "core.checklist.invoiceFunded" })),
  };
  const catalogs = list(standingCatalogs(account), catalog);
  const missing =
    shortfall === null
      ? null
      : shortfall === 0n
        ? []
        : [{ id: "core.checklist.shortfall", values: { missingAmount: money(shortfall), currency } }];
  const held =
    account.balance === null
      ? null
      : account.balance.amount > 0n
        ? [{ id: "core.checklist.balanceLeft" }]
        : [];

  if (account.kind === "partner")
    return [
      contracts,
      item("no-funds", joined(joined(pending, unpaid), held), { unread: unread.actions }),
      item("paystub-or-forfeit", held),
      item("contact-support", null),
    ];
  if (account.edition === "starter")
    return [
      contracts,
      item("settle-invoices", invoices, { funded: paidInvoices, unread: unread.invoices }),
      item("pay-actions", joined(pending, unpaid), { funded: paidActions, unread: unread.actions }),
      item("contact-support", null),
      item("delete-catalogs", catalogs, { blocking: false, unread: unread.catalogs }),
      item("refund-form", null, { blocking: false }),
    ];
  return [
    contracts,
    item("withdraw-switches", switches, { unread: unread.contracts }),
    item("settle-pending-actions", pending, { unread: unread.actions }),
    item("cover-required-funding", missing, { unread: unread.actions }),
    item("settle-invoices", invoices, { unread: unread.invoices }),
    item("refund-form", null, { blocking: false }),
    item("delete-catalogs", catalogs, { unread: unread.catalogs }),
    item("wait-for-last-lock", pending, { unread: unread.actions }),
    item("contact-support", null),
  ];
}

/** Rows that nobody could read may be what is left: then nothing is done. */
function item(key, left, { blocking = true, funded = false, unread = [] } = {}) {
  if (left === null) return { key, status: "unknown", open: [], blocking };
  const nothingLeft = unread.length > 0 ? "unknown" : funded ? "funded" : "done";
  const status = left.length > 0 ? "open" : nothingLeft;
  return { key, status, open: [...left, ...unread], ...(funded && { funded }), blocking };
}

function joined(a, b) {
  const left = [...(a ?? []), ...(b ?? [])];
  return left.length === 0 && (a === null || b === null) ? null : left;
}
