import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { LOCALES } from "./app/messages/locales.ts";
import { browserWords } from "./app/messages/messages.server.ts";
import { pageWords } from "./vite.said.ts";

const ID = "virtual:words";

/** One module, which says nothing but its data: as text, because a browser reads JSON faster than script. */
const moduleOf = (data: unknown): string =>
  `export default JSON.parse('${JSON.stringify(data).replace(/[\\']/g, "\\$&")}')`;

/**
 * The words of the pages in the admin. For each language one file with all of them, and for each page one with what it can
 * say before that one is there. Their names are made of what they hold, so that a browser keeps them until a release says
 * something else. The server learns their addresses from `virtual:words`.
 */
export function wordsOfPages(): Plugin {
  const pages = [...pageWords(), { page: "all", said: () => true }];
  const files = LOCALES.flatMap((locale) => {
    const { polaris, messages } = browserWords(locale);
    return pages.map(({ page, said }) => {
      const chosen = Object.fromEntries(Object.entries(messages).filter(([id]) => said(id)));
      const source = moduleOf({ polaris, messages: chosen });
      const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
      const name = page.replaceAll(/[^\w]+/g, "-");
      return { locale, page, source, fileName: `assets/words-${locale}-${name}-${hash}.js` };
    });
  });
  const addresses = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      Object.fromEntries(
        files.filter((each) => each.locale === locale).map(({ page, fileName }) => [page, `/${fileName}`]),
      ),
    ]),
  );
  return {
    name: "words-of-pages",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(addresses)}` : null),
    generateBundle() {
      if (this.environment.name !== "client") return;
      for (const { fileName, source } of files) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.find(({ fileName }) => request.url?.split("?")[0] === `/${fileName}`);
        if (!file) return next();
        response.setHeader("content-type", "text/javascript; charset=utf-8");
        response.end(file.source);
      });
    },
  };
}
