import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { MAX_PDF_BYTES } from "#app/adapters/impact/invoice-pdf.server.ts";
import { CREDENTIALS, IMPACT_BASE } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const PDF = Buffer.from("%PDF-1.4 an invoice");
const file = (bytes: Uint8Array, type = "application/pdf") =>
  new HttpResponse(Uint8Array.from(bytes), { headers: { "Content-Type": type } });
const unexpected = (field: string) => ({ outcome: "unexpected-answer", resource: "Invoices", field });

/** Reads invoice 31001-202606, whose download answers as told; says what was asked as well. */
async function read(answer: () => Response | Promise<Response>, id = "31001-202606") {
  const asked: Request[] = [];
  server.use(
    http.get(
      `${IMPACT_BASE}/Advertisers/${CREDENTIALS.accountSid}/Invoices/31001-202606/Download`,
      ({ request }) => {
        asked.push(request);
        return answer();
      },
    ),
  );
  const client = aClient();
  return { fetchResult: await client.api.readInvoicePdf(CREDENTIALS, id), asked, ...client };
}

describe("the PDF of an invoice", () => {
  it("is read whole, and asked for as a PDF", async () => {
    const { fetchResult, asked } = await read(() => file(PDF, "application/pdf;charset=UTF-8"));
    expect(fetchResult).toEqual({ outcome: "read", value: PDF });
    expect(asked[0]?.headers.get("Accept")).toBe("application/pdf");
  });

  it.each([
    ["a page in place of a PDF", () => file(Buffer.from("<html>"), "text/html"), "Content-Type"],
    ["an error in place of a PDF", () => HttpResponse.json({ Status: "ERROR" }), "Content-Type"],
    ["an empty file", () => file(Buffer.alloc(0)), "%PDF-"],
    ["something else that calls itself a PDF", () => file(Buffer.from("<html>")), "%PDF-"],
    ["no such invoice", () => HttpResponse.json({ Status: "ERROR" }, { status: 404 }), "HTTP 404"],
    ["a way to another host", () => HttpResponse.redirect("https://elsewhere.test/x.pdf", 302), "HTTP 302"],
  ])("is not taken from %s", async (_name, answer, field) => {
    expect((await read(answer)).fetchResult).toEqual(unexpected(field));
  });

  it("is given up at its largest size, not a byte later", async () => {
    const largest = Buffer.alloc(MAX_PDF_BYTES);
    largest.set(PDF);
    const { fetchResult } = await read(() => file(largest));
    expect(fetchResult.outcome === "read" && Buffer.compare(fetchResult.value, largest)).toBe(0);
    expect((await read(() => file(Buffer.concat([largest, PDF])))).fetchResult).toEqual(unexpected("size"));
  });

  it.each([
    [401, { outcome: "unauthorized" }],
    [403, { outcome: "forbidden", resource: "Invoices" }],
    [429, { outcome: "rate-limited", retryAt: null }],
    [503, { outcome: "unavailable", reason: "server-error" }],
  ])("fails with %i for that very reason", async (status, expected) => {
    expect((await read(() => new HttpResponse(null, { status }))).fetchResult).toEqual(expected);
  });

  it("is asked for again after a passing fault", async () => {
    let calls = 0;
    const { fetchResult, waits } = await read(() =>
      calls++ === 0 ? new HttpResponse(null, { status: 503 }) : file(PDF),
    );
    expect(fetchResult).toEqual({ outcome: "read", value: PDF });
    expect(waits).toHaveLength(1);
  });

  it.each(["", ".", ".."])("is never looked for outside the invoices (%j)", async (id) => {
    const { fetchResult, asked } = await read(() => file(PDF), id);
    expect(fetchResult).toEqual(unexpected("HTTP 404"));
    expect(asked).toEqual([]);
  });

  it("leaves neither token nor account in the log", async () => {
    const { lines } = await read(() => file(PDF));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).not.toContain(CREDENTIALS.authToken);
      expect(line).not.toContain(CREDENTIALS.accountSid);
    }
  });
});
