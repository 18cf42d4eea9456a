import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { LOCALES } from "./app/messages/locales.ts";
import { browserWords } from "./app/messages/messages.server.ts";

const ID = "virtual:words";

/** One module, which says nothing but its data: as text, because a browser reads JSON faster than script. */
const moduleOf = (data: unknown): string =>
  `export default JSON.parse('${JSON.stringify(data).replace(/[\\']/g, "\\$&")}')`;

/**
 * The words of the pages in the admin, one file for each language with a name made of what it holds, so that a browser keeps
 * it until a release says something else. The server learns their addresses from `virtual:words`.
 */
export function wordsOfPages(): Plugin {
  const files = LOCALES.map((locale) => {
    const source = moduleOf(browserWords(locale));
    const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
    return { locale, source, fileName: `assets/words-${locale}-${hash}.js` };
  });
  return {
    name: "words-of-pages",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) =>
      id === `\0${ID}`
        ? `export default ${JSON.stringify(
            Object.fromEntries(files.map(({ locale, fileName }) => [locale, `/${fileName}`])),
          )}`
        : null,
    generateBundle() {
      if (this.environment.name !== "client") return;
      for (const { fileName, source } of files) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.find(({ fileName }) => request.url === `/${fileName}`);
        if (!file) return next();
        response.setHeader("content-type", "text/javascript; charset=utf-8");
        response.end(file.source);
      });
    },
  };
}
