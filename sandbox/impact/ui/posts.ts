import express, { type Request, type Response, Router } from "express";
import { canCancel } from "#sandbox/impact/derive/trial.ts";
import { type AccountView, viewAt } from "#sandbox/impact/derive/view.ts";
import { CATEGORIES } from "#sandbox/impact/state/categories.ts";
import * as edits from "#sandbox/impact/state/edits.ts";
import { FAULT_KINDS } from "#sandbox/impact/state/faults.ts";
import { findAccount, type SandboxState } from "#sandbox/impact/state/sandbox-state.ts";
import { chosenIds, expiryOf, faultOf, tokenOf } from "#sandbox/impact/ui/forms.ts";
import type { Done, PageName } from "#sandbox/impact/ui/layout.ts";

type Handler = (view: AccountView, request: Request) => edits.Edit;

const nothing = (view: AccountView): edits.Edit => ({ changes: view.changes, touched: 0 });

/** Every form of an account's pages: where it is sent, what it does, where the person lands and what they read. */
const FORMS: readonly { path: string; page: PageName; done: Done; edit: Handler }[] = [
  {
    path: "contracts/expire",
    page: "contracts",
    done: "expired",
    edit: (view, request) => {
      const expiry = expiryOf(request);
      return expiry === null
        ? nothing(view)
        : edits.expireContracts(view, { ids: chosenIds(request), ...expiry });
    },
  },
  {
    path: "actions/approve",
    page: "actions",
    done: "approved",
    edit: (view, request) => edits.settleActions(view, chosenIds(request), "APPROVED"),
  },
  {
    path: "actions/reverse",
    page: "actions",
    done: "reversed",
    edit: (view, request) => edits.settleActions(view, chosenIds(request), "REVERSED"),
  },
  {
    path: "invoices/pay",
    page: "invoices",
    done: "paid",
    edit: (view, request) => edits.payInvoices(view, chosenIds(request)),
  },
  {
    path: "catalogs/delete",
    page: "catalogs",
    done: "deleted",
    edit: (view, request) => edits.deleteCatalog(view, chosenIds(request)[0] ?? ""),
  },
  {
    path: "subscription/cancel",
    page: "balance",
    done: "cancelled",
    edit: (view) => (canCancel(view) ? edits.cancelSubscription(view) : nothing(view)),
  },
  {
    path: "api",
    page: "api",
    done: "saved",
    edit: (view, request) => edits.setToken(view, tokenOf(request)),
  },
  {
    path: "faults",
    page: "faults",
    done: "saved",
    edit: (view, request) => {
      const fault = faultOf(request);
      return fault === null ? nothing(view) : edits.addFault(view, fault);
    },
  },
  { path: "faults/clear", page: "faults", done: "saved", edit: edits.clearFaults },
  { path: "close", page: "close", done: "closed", edit: edits.closeAccount },
];

/** The web UI's forms: each changes one account and leads back to its page (POST, redirect, GET). */
export function postsRouter(
  state: SandboxState,
  log: { info(fields: object, message: string): void },
): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: "1mb" });
  for (const { path, page, done, edit } of FORMS)
    router.post(`/accounts/:key/${path}`, form, (request, response, next) => {
      const account = findAccount(state, request.params.key ?? "");
      if (!account) {
        next();
        return;
      }
      const { key } = account.seed.sandbox;
      const view = viewAt(account, state.changes.of(key), state.nowMs());
      const { changes, touched } = edit(view, request);
      state.changes.update(key, () => changes);
      log.info({ account: key, path, touched }, "sandbox account changed");
      response.redirect(303, `/impact/accounts/${key}/${page}?done=${done}&n=${touched}`);
    });
  router.post("/faults", express.json(), form, (request, response) => switchFault(state, request, response));
  router.post("/reset", (_request, response) => {
    state.changes.reset();
    response.redirect(303, "/impact?done=reset");
  });
  return router;
}

/** `POST /impact/faults` for tests and scripts: `{ account, kind, category? }`, or `{ account, clear: true }`. */
function switchFault(state: SandboxState, request: Request, response: Response): void {
  const { account: key, clear } = (request.body ?? {}) as Record<string, unknown>;
  const account = findAccount(state, String(key));
  const fault = faultOf(request);
  if (!account || (!clear && fault === null)) {
    response.status(400).json({
      error: "Send account and kind (and category), or account and clear.",
      accounts: state.accounts.map(({ seed }) => seed.sandbox.key),
      kinds: FAULT_KINDS,
      categories: [...CATEGORIES, "all"],
    });
    return;
  }
  const view = viewAt(account, state.changes.of(account.seed.sandbox.key), state.nowMs());
  const edit = clear || fault === null ? edits.clearFaults(view) : edits.addFault(view, fault);
  state.changes.update(account.seed.sandbox.key, () => edit.changes);
  response.json({ account: key, faults: edit.changes.faults });
}
