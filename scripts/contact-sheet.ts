import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { group } from "d3-array";
import { chromium } from "playwright-core";

/** Pixels. */
const PART_HEIGHT = 8000;

const STYLE = `body{font:13px system-ui;margin:16px;background:#ddd}section{margin-bottom:24px}
h2{font-size:15px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0}
img{display:block;background:#fff;outline:1px solid #999;width:300px}img.narrow{width:130px}`;

/** `close-busy-zh-CN-390.png` belongs to `close-busy-zh-CN`, at 390 pixels. */
const partsOf = (file: string) => /^(.*?)-(\d+)(-dark)?\.png$/.exec(path.basename(file));

/** Writes `contact-sheet.html` and its pictures, `contact-sheet-1.png` and on: each screen in all widths, beside the reference of its name. */
export async function layContactSheet(folder: string, files: string[], reference?: string): Promise<void> {
  const drawn = reference
    ? readdirSync(reference, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".png"))
        .map((file) => path.resolve(reference, file))
    : [];
  const screens = group(files.toSorted(), (file) => partsOf(file)?.[1] ?? file);
  const figure = (file: string, caption: string) => {
    const width = Number(partsOf(file)?.[2] ?? 0);
    const look = width < 600 ? ' class="narrow"' : "";
    return `<figure><img${look} src="${pathToFileURL(file)}"><figcaption>${caption} ${width}</figcaption></figure>`;
  };
  const sections = [...screens].map(([name, own]) => {
    const beside = drawn.filter((file) => partsOf(file)?.[1] === name && !file.includes("-dark"));
    const pictures = [
      ...own.map((file) => figure(path.join(folder, file), "built")),
      ...beside.map((file) => figure(file, "drawn")),
    ];
    return `<section><h2>${name}</h2><div>${pictures.join("")}</div></section>`;
  });
  const sheet = path.join(folder, "contact-sheet.html");
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style>${sections.join("")}`,
  );
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
    headless: true,
  });
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } });
  await page.goto(String(pathToFileURL(sheet)));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // A picture of a hundred screens at once is higher than the browser draws, so the sheet comes in several.
  for (let top = 0, part = 1; top < height; top += PART_HEIGHT, part += 1) {
    const clip = { x: 0, y: top, width: 1900, height: Math.min(PART_HEIGHT, height - top) };
    await page.screenshot({ path: path.join(folder, `contact-sheet-${part}.png`), fullPage: true, clip });
  }
  await browser.close();
}
