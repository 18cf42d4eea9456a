import { readFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import type { CallBudgetStore } from "#app/ports/index.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";
import { startSandbox } from "#test/sandbox/impact/server.ts";
import { CONTRACTS, SPECS } from "./openapi.ts";
import { OWN_PDF } from "./own-words.ts";

const nothing = { debug: () => undefined, warn: () => undefined };

/** The client on the sandbox's busy account, with every address it asked and every type it was answered. */
async function aBusyAccount({ budget }: { budget?: CallBudgetStore } = {}) {
  const { sid, token } = demoAccounts().find(({ seed }) => seed.sandbox.key === "busy")?.seed.sandbox ?? {
    sid: "",
    token: "",
  };
  const sandbox = await startSandbox({ sid, token });
  onTestFinished(() => sandbox.stop());
  sandbox.moveTo("2026-06-10");
  const seen: { path: string; type: string | null }[] = [];
  const api = createImpactApi({
    baseUrl: "http://localhost/impact-api",
    clock: { now: () => Temporal.Instant.from("2026-06-10T13:00:00Z") },
    log: nothing,
    ...(budget && { budget }),
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const answer = await sandbox.fetch(url.pathname + url.search, init);
      seen.push({ path: url.pathname.replace("/impact-api", ""), type: answer.headers.get("content-type") });
      return answer;
    },
  }).of("brand");
  return { api, seen, sandbox, credentials: { accountSid: sid, authToken: token } };
}

describe("invoice PDFs of the sandbox", () => {
  it("are PDFs with the invoice's own figures", async () => {
    const { api, credentials } = await aBusyAccount();
    const list = await api.readInvoices(credentials);
    const [invoice] = list.outcome === "read" ? list.value.map(({ item }) => item) : [];
    const fetchResult = await api.readInvoicePdf(credentials, invoice?.id ?? "");
    if (fetchResult.outcome !== "read") throw new Error(fetchResult.outcome);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(fetchResult.value)), {
      mergePages: true,
    });
    expect(text).toContain(`Invoice ${invoice?.id}`);
    expect(text).toContain(`Status: ${invoice?.status}`);
    expect(Number(/Total: ([\d.]+)/.exec(text)?.[1])).toBe(Number(invoice?.total));
  });

  it("are fetched until a fifth of the hour's 1,000 calls is left, and the account's own checks go on", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    const { api, seen, credentials } = await aBusyAccount({ budget });
    const list = await api.readInvoices(credentials);
    const id = list.outcome === "read" ? (list.value[0]?.item.id ?? "") : "";
    const calls = seen.length;
    const background = { ...credentials, inBackground: true };
    let fetchResult = await api.readInvoicePdf(background, id);
    while (fetchResult.outcome === "read") fetchResult = await api.readInvoicePdf(background, id);
    expect(fetchResult).toEqual({ outcome: "rate-limited", retryAt: "2026-06-10T14:00:00Z" });
    expect(seen.length).toBe(800);
    expect(calls).toBeLessThan(10);
    expect(await api.readContracts(credentials, [])).toMatchObject({ outcome: "read" });
    expect(await api.readPrograms(credentials)).toMatchObject({ outcome: "read" });
  });

  it("are none for an invoice that is not there", async () => {
    const { api, credentials } = await aBusyAccount();
    expect(await api.readInvoicePdf(credentials, "1-1")).toMatchObject({
      outcome: "unexpected-answer",
      field: "HTTP 404",
    });
  });

  it.each(CONTRACTS)("come by the address and type of the Brand API v14 in %s", async (contract) => {
    const { api, seen, credentials } = await aBusyAccount();
    const list = await api.readInvoices(credentials);
    await api.readInvoicePdf(credentials, list.outcome === "read" ? (list.value[0]?.item.id ?? "") : "");
    const { template, type } = contract === "our own words" ? OWN_PDF : documentedPdf();
    const pattern = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
    expect(seen.at(-1)?.path).toMatch(pattern);
    expect(seen.at(-1)?.type).toBe(type);
  });
});

function documentedPdf(): typeof OWN_PDF {
  const spec = parse(readFileSync(path.join(SPECS, "brand-invoices-v14.yaml"), "utf8"));
  const [template = ""] = Object.keys(spec.paths).filter((each) => each.endsWith("/Download"));
  const [type = ""] = Object.keys(spec.paths[template].get.responses["200"].content);
  return { template, type };
}
