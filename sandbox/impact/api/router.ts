import { type RequestHandler, Router } from "express";
import { actionUpdates } from "#sandbox/impact/api/action-updates.ts";
import { actions } from "#sandbox/impact/api/actions.ts";
import { admit } from "#sandbox/impact/api/admit.ts";
import { advertiser, advertisers } from "#sandbox/impact/api/agency-advertisers.ts";
import { campaigns } from "#sandbox/impact/api/campaigns.ts";
import { catalogs } from "#sandbox/impact/api/catalogs.ts";
import { companyInformation } from "#sandbox/impact/api/company-information.ts";
import { contracts } from "#sandbox/impact/api/contracts.ts";
import { invoicePdf } from "#sandbox/impact/api/invoice-pdf.ts";
import { invoices, partnerInvoices } from "#sandbox/impact/api/invoices.ts";
import { type FaultTimes, misbehave } from "#sandbox/impact/api/misbehave.ts";
import { partnerActions, partnerActionUpdates } from "#sandbox/impact/api/partner-actions.ts";
import { partnerContracts } from "#sandbox/impact/api/partner-contracts.ts";
import { withdrawalSettings } from "#sandbox/impact/api/partner-withdrawal.ts";
import { type Allowance, createRateLimiter } from "#sandbox/impact/api/rate-limit.ts";
import { reply } from "#sandbox/impact/api/reply.ts";
import type { Resource } from "#sandbox/impact/api/resource.ts";
import { sendError } from "#sandbox/impact/api/respond.ts";
import { viewAt } from "#sandbox/impact/derive/view.ts";
import { PERSONAS, type Persona } from "#sandbox/impact/state/categories.ts";
import { faultFor } from "#sandbox/impact/state/faults.ts";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";

/** Each kind's own addresses (H37) and what lies below them. */
const APIS: Readonly<Record<Persona, { root: string; resources: readonly Resource[] }>> = {
  brand: {
    root: "/Advertisers",
    resources: [
      companyInformation,
      campaigns,
      contracts,
      actions,
      actionUpdates,
      ...invoices,
      invoicePdf,
      catalogs,
    ],
  },
  partner: {
    root: "/Mediapartners",
    resources: [
      companyInformation,
      partnerContracts,
      partnerActions,
      partnerActionUpdates,
      ...partnerInvoices,
      invoicePdf,
      withdrawalSettings,
    ],
  },
  agency: { root: "/Agencies", resources: [companyInformation, advertisers, advertiser] },
};

/** Brand API v14, Partner API v16 and Agency API v3 in part, answered from seeds, changes and the clock. */
export function impactApiRouter(state: SandboxState, times: FaultTimes): Router {
  const router = Router();
  const count = createRateLimiter();
  for (const persona of PERSONAS)
    for (const resource of APIS[persona].resources) {
      const path = `${APIS[persona].root}/:sid${resource.path}`;
      router.get(path, handle(persona, resource));
      router.all(path, (request, response) => sendError(request, response, 405, "Method not allowed"));
    }
  router.use((request, response) =>
    sendError(request, response, 404, "The requested resource was not found"),
  );
  return router;

  function handle(persona: Persona, resource: Resource): RequestHandler {
    return (request, response) => {
      const { authorization } = request.headers;
      const { sid } = request.params;
      const admission = admit(state, { authorization, sid, persona, category: resource.category });
      if (admission.outcome === "refused") {
        if (admission.status === 401) response.set("WWW-Authenticate", 'Basic realm="impact.com sandbox"');
        sendError(request, response, admission.status, admission.message);
        return;
      }
      const { account, changes, nowMs } = admission;
      const fault = faultFor(changes.faults, resource.category);
      const isOn = () =>
        faultFor(state.changes.of(account.seed.sandbox.key).faults, resource.category) === fault;
      if (misbehave(fault, request, response, { times, isOn })) return;
      const allowance = count(account, resource.category, nowMs);
      response.set(persona === "partner" ? partnerRateHeaders(allowance) : rateHeaders(allowance));
      if (allowance.exceeded) {
        sendError(request, response, 429, "Rate limit exceeded");
        return;
      }
      const query = new URL(request.originalUrl, "http://sandbox").searchParams;
      const view = viewAt(account, changes, nowMs);
      const base = `${APIS[persona].root}/${account.seed.sandbox.sid}`;
      const answer = resource.answer({ view, params: request.params, query, base, fault });
      reply(request, response, answer, query, fault);
    };
  }
}

function rateHeaders({ limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(resetSeconds),
  };
}

/** The Partner API names them in its own way, and says when to come back (H40). */
function partnerRateHeaders({ limit, remaining, resetSeconds, exceeded }: Allowance): Record<string, string> {
  return {
    "X-RateLimit-Limit-hour": String(limit),
    "X-RateLimit-Remaining-hour": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
    ...(exceeded ? { "Retry-After": String(resetSeconds) } : {}),
  };
}
