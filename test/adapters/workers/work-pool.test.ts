import { Temporal } from "temporal-polyfill";
import { afterAll, describe, expect, it } from "vitest";
import { createPdfWriter } from "#app/adapters/pdf/pdf-writer.server.ts";
import { createWorkPool } from "#app/adapters/workers/work-pool.server.ts";
import { closureReport, explainFigure } from "#app/domain/index.ts";
import type { PdfDocument } from "#app/ports/index.ts";
import { anAccount } from "#test/factories/account.ts";
import { aBounce } from "#test/factories/bounces/report.ts";

const aDocument = (title: string): PdfDocument => ({
  title,
  language: "zh-CN",
  madeAt: Temporal.Instant.from("2026-06-21T09:00:00Z"),
  replacedNote: "A box stands for a letter.",
  blocks: [{ kind: "quote", text: "请关闭账户。\n".repeat(200) }],
});

describe("the threads", () => {
  const pool = createWorkPool();
  afterAll(() => pool.close());

  it("write the same PDF as the writer itself, once, while everybody else is served", async () => {
    let served = 0;
    let done = false;
    const serve = () => {
      served += 1;
      if (!done) setImmediate(serve);
    };
    serve();
    const written = await Promise.all(["A", "B", "A"].map((title) => pool.pdf.write(aDocument(title))));
    done = true;
    // Written on the spot, each would take a single turn of the loop.
    expect(served).toBeGreaterThan(100);
    const [first, second, again] = written;
    expect(Buffer.compare(first ?? Buffer.alloc(0), await createPdfWriter().write(aDocument("A")))).toBe(0);
    expect(Buffer.compare(first ?? Buffer.alloc(0), second ?? Buffer.alloc(0))).not.toBe(0);
    expect(again).toBe(first);
  });

  it("explain and report as the core does", async () => {
    const on = Temporal.PlainDate.from("2026-06-20");
    const account = anAccount();
    const asked = { on, figure: "preview.thisMonth.fee.low" };
    expect(await pool.reckoner.explain(account, asked)).toEqual(explainFigure(account, asked));
    expect(await pool.reckoner.closure(account, on)).toEqual(closureReport(account, { on }));
  });

  it("read a mail report", async () => {
    const bounce = aBounce({ to: "owner@acme.example", messageId: "<0123456789abcdef@settled.example>" });
    expect((await pool.readMailReport(Buffer.from(bounce))).events).toMatchObject([
      { type: "bounce", addresses: ["owner@acme.example", "owner@acme.example"] },
    ]);
  });
});
