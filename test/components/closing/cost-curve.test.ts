import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CHART_SIZES } from "#app/components/chart/chart-size.ts";
import { costPlot } from "#app/components/closing/cost-plot.tsx";
import { CostTable } from "#app/components/closing/cost-table.tsx";
import { costDrawing, costFinding, costLead, drawnScenarios } from "#app/components/closing/cost-words.ts";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { closingOutlook, parseAccountFile } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";
import { closureCommand } from "../../../cli/commands/closure.ts";

const amountsIn = (markup: string) =>
  [...markup.matchAll(/data-amount="([^"]*)"/g)].map(([, amount]) => amount);
const tableOf = (outlook: ReturnType<typeof closingOutlook>) =>
  renderToStaticMarkup(
    createElement(TranslatorProvider, { locale: "en" }, createElement(CostTable, { outlook })),
  );

describe("the curve of what closing costs", () => {
  it("draws only figures that its table and the command have, whatever the account", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 70, max: 500 }), (file, day) => {
        const parsed = parseAccountFile({ ...file, edition: "starter", minimumFee: "30.00" });
        if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
        const on = isoAfter(day);
        const outlook = closingOutlook(parsed.account, { on: date(on) });
        const made = closureCommand.make(parsed.account, { on });
        const printed = made.outcome === "made" ? JSON.stringify(made.report) : "";
        const inTable = new Set(amountsIn(tableOf(outlook)));
        for (const size of CHART_SIZES) {
          const { marks, spots } = costPlot(costDrawing(outlook, null, translatorFor("en")), {
            ...size,
            height: 262,
          });
          for (const amount of amountsIn(renderToStaticMarkup(createElement("svg", null, marks)))) {
            expect(inTable.has(amount)).toBe(true);
            expect(printed).toContain(`"fees":"${amount}"`);
          }
          expect(spots).toHaveLength(drawnScenarios(outlook).asIs?.stretches.length ?? 0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("says the cheapest days of S3's story on its own day, and by when to send", () => {
    const outlook = closingOutlook(anAccount(), { on: date("2026-07-02") });
    const drawing = costDrawing(outlook, "2026-07-29", translatorFor("en"));
    expect(drawing.best).toMatchObject({ from: "2026-07-02", to: "2026-07-31", fees: "30.00" });
    expect(drawing.best?.texts[0]).toBe("Cheapest: today to Jul 31, about $30.00");
    expect(drawing.sendBy?.texts).toEqual(["Send by Jul 29"]);
    expect(drawing.lines.map(({ stretches }) => stretches.map(({ fees }) => fees))).toEqual([
      ["30.00", "60.00", "90.00"],
    ]);
    // Where one line is drawn alone, what each later month adds stands on it.
    expect(drawing.lines.map(({ named }) => named.map(({ from, texts }) => [from, texts[0]]))).toEqual([
      [
        ["2026-08-01", "about $60.00"],
        ["2026-09-01", "about $90.00"],
      ],
    ]);
  });

  it("says under its title what comes next, and of another way what it asks for", () => {
    const words = translatorFor("en");
    const story = closingOutlook(anAccount(), { on: date("2026-07-02") });
    expect(costLead(story, words)).toBe("About $30.00. From Aug 1: about $60.00.");
    const parsed = parseAccountFile(
      demoAccounts().find(({ seed }) => seed.sandbox.key === "busy")?.seed.account,
    );
    if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
    const busy = closingOutlook(parsed.account, { on: date("2026-07-02") });
    expect(costLead(busy, words)).toBe("Cheapest: Aug 26 to 31, about €188.29");
    // Where the title is the finding, the sentence says what it takes.
    expect(costLead(busy, words, true)).toBe(
      "If contracts end today and you approve 6 late actions. As things are: about €764.85 on Feb 25, 2027.",
    );
  });

  // Closed by its 29th day an account is refunded in full (S1): that of 20 June has it on 18 July.
  it("says no fee where closing costs none, on the picture and aloud, in both languages", () => {
    const account = anAccount({ signedUpOn: "2026-06-20", actions: [], contracts: [] });
    const outlook = closingOutlook(account, { on: date("2026-06-22") });
    const said = (locale: "en" | "zh-CN") => [
      costDrawing(outlook, null, translatorFor(locale)).best?.texts[0],
      costFinding(outlook, translatorFor(locale)),
    ];
    expect(outlook.scenarios[0]?.cheapest).toMatchObject({ from: "2026-06-22", fees: "0.00" });
    expect(said("en")).toEqual([
      "Cheapest: today to Jul 18, no fee",
      "As things are: no fee on Jun 22. Cheapest: today to Jul 18, no fee.",
    ]);
    expect(said("zh-CN")).toEqual([
      "最低：今天至 7月18日，无费用",
      "按现状：6月22日无费用。最低：今天至 7月18日，无费用。",
    ]);
  });
});
