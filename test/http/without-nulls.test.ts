import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutNulls } from "#app/http/without-nulls.server.ts";

// 3 bytes a character never fill React's 2,048 evenly.
const chinese = "关闭账户".repeat(2_000);

it("leaves a long Chinese page as it was written, without a zero byte", async () => {
  const page = await new Promise<string>((resolve) => {
    const { pipe } = renderToPipeableStream(createElement("p", null, chinese), {
      onAllReady: () => resolve(text(pipe(withoutNulls()))),
    });
  });
  expect(page).toBe(`<p>${chinese}</p>`);
});

it("passes everything else on unchanged", async () => {
  const pieces = [Buffer.from("<p>a"), Buffer.from("\u0000é</p>")];
  expect(await text(Readable.from(pieces).pipe(withoutNulls()))).toBe("<p>aé</p>");
});
