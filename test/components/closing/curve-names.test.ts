import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CHART_SIZES } from "#app/components/chart/chart-size.ts";
import { boxesAlong } from "#app/components/chart/place-labels.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import { COST_HEIGHT } from "#app/components/closing/cost-height.ts";
import { costPlot } from "#app/components/closing/cost-plot.tsx";
import { costDrawing } from "#app/components/closing/cost-words.ts";
import { closingOutlook, parseAccountFile } from "#app/domain/index.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { date } from "#test/factories/account.ts";

const accounts = new Map(demoAccounts().map(({ seed }) => [seed.sandbox.key, seed.account]));

function outlookOf(key: string, on: string) {
  const parsed = parseAccountFile(accounts.get(key));
  if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  return closingOutlook(parsed.account, { on: date(on) });
}

type Box = { left: number; right: number; top: number; bottom: number };

/** Each curve as boxes along its steps, as things are first, and each text with the box it takes. */
function readPicture(markup: string) {
  const curves = [...markup.matchAll(/<g data-line="\w+">(.*?)<\/g>/g)].map(([, group = ""]) =>
    [...group.matchAll(/<path class="cost-line[^"]*" d="([^"]+)"/g)].flatMap(([, d = ""]) =>
      boxesAlong(
        [...d.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]): [number, number] => [Number(x), Number(y)]),
      ),
    ),
  );
  const texts = [
    ...markup.matchAll(/<text[^>]*? x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)"[^>]*>([^<]+)</g),
  ].map(([, x, y, anchor, text = ""]) => {
    const wide = textWidth(text);
    const left = Number(x) - (anchor === "end" ? wide : anchor === "middle" ? wide / 2 : 0);
    return { text, left, right: left + wide, top: Number(y) - 11, bottom: Number(y) + 4 };
  });
  return { curves, texts };
}

/** How far apart two boxes are; nothing where they touch. */
const apart = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  );
const nearest = (text: Box, curve: readonly Box[] = []): number =>
  Math.min(...curve.map((box) => apart(text, box)));

it.each([
  ["delinquent", "2026-05-12"],
  ["busy", "2026-07-02"],
])(
  "each of the two curves of %s has its name beside it and on no line, in any language and width",
  (key, on) => {
    const outlook = outlookOf(key, on);
    const faults: string[] = [];
    for (const locale of LOCALES) {
      const drawing = costDrawing(outlook, null, translatorFor(locale));
      for (const size of CHART_SIZES) {
        const { marks } = costPlot(drawing, { ...size, height: COST_HEIGHT[size.name] });
        const { curves, texts } = readPicture(renderToStaticMarkup(createElement("svg", null, marks)));
        for (const [at, { name }] of drawing.lines.entries()) {
          const seen = texts.find(({ text }) => name?.texts.includes(text));
          const where = `${locale} ${size.name} ${name?.texts[0]}`;
          const [own, other] = seen ? [nearest(seen, curves[at]), nearest(seen, curves[1 - at])] : [0, 0];
          if (own === 0 || other === 0) faults.push(`${where}: ${seen ? "on a line" : "left out"}`);
          if (other < own) faults.push(`${where}: nearer to the other line`);
        }
      }
    }
    expect(faults).toEqual([]);
  },
);
