import { setTimeout as wait } from "node:timers/promises";
import type { SchemaDriftStore } from "#app/ports/alarm.ts";
import type { CallBudgetStore } from "#app/ports/call-budget.ts";
import type { Clock } from "#app/ports/clock.ts";
import type { ImpactApi } from "#app/ports/impact.ts";
import { readActionPages, readReversalPages } from "./actions.server.ts";
import { createAgencyApi } from "./agency.server.ts";
import { readCatalogs } from "./catalogs.server.ts";
import { readCompany } from "./company.server.ts";
import { readContracts } from "./contracts.server.ts";
import { readInvoicePdf } from "./invoice-pdf.server.ts";
import { readInvoices } from "./invoices.server.ts";
import { createNoted } from "./noted.server.ts";
import { createPartnerApi } from "./partner.server.ts";
import { readPrograms } from "./programs.server.ts";
import { createAsk, createRequest, type ImpactLog } from "./request.server.ts";

export type ImpactApiOptions = {
  /** `https://api.impact.com`, or a sandbox on this machine. */
  baseUrl: string;
  clock: Clock;
  log: ImpactLog;
  fetch?: typeof fetch;
  /** Calls left by account, shared by all instances. */
  budget?: CallBudgetStore;
  /** Learns what impact.com answers that the app was not made for. */
  schemaDrifts?: Pick<SchemaDriftStore, "note">;
  /** Hard limit of one call in milliseconds. */
  timeouts?: { callMs?: number };
  /** For tests: how to pause between tries, and the jitter of the pause (0 to 1). */
  wait?: (ms: number) => Promise<void>;
  random?: () => number;
};

const DEFAULT_CALL_MS = 20_000;

/**
 * impact.com's Brand API v14, Partner API v16 and Agency API v3, read only (domain.md 6). Throws at once when `baseUrl` would send the token
 * unencrypted over a network.
 */
export function createImpactApi(options: ImpactApiOptions): ImpactApi {
  assertSafe(options.baseUrl);
  const settings = {
    baseUrl: options.baseUrl,
    fetch: options.fetch ?? fetch,
    clock: options.clock,
    log: options.log,
    callMs: options.timeouts?.callMs ?? DEFAULT_CALL_MS,
    wait: options.wait ?? ((ms) => wait(ms)),
    random: options.random ?? Math.random,
    budget: options.budget,
    schemaDrifts: options.schemaDrifts,
  };
  const ask = createAsk(settings);
  const request = createRequest(ask, settings);
  const noted = createNoted(options);
  return {
    readCompany: (who) => noted("readCompany", readCompany(request, who)),
    readPrograms: (who) => noted("readPrograms", readPrograms(request, who)),
    readContracts: (who, programs) => noted("readContracts", readContracts(request, who, programs)),
    readActionPages: (who, slice, take) =>
      noted("readActionPages", readActionPages(request, who, slice, take)),
    readReversalPages: (who, slice, take) =>
      noted("readReversalPages", readReversalPages(request, who, slice, take)),
    readInvoices: (who) => noted("readInvoices", readInvoices(request, who)),
    readCatalogs: (who) => noted("readCatalogs", readCatalogs(request, who)),
    partner: createPartnerApi(request, ask, noted),
    agency: createAgencyApi(request, noted),
    readInvoicePdf: (who, id) => noted("readInvoicePdf", readInvoicePdf(ask, who, id)),
  };
}

function assertSafe(baseUrl: string): void {
  const { protocol, hostname } = new URL(baseUrl);
  const onThisMachine = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === "https:" || (protocol === "http:" && onThisMachine)) return;
  throw new Error("The base address of impact.com must start with https://, unless it is on this machine");
}
