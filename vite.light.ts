import path from "node:path";
import type { Plugin } from "vite";

const PARSER = "@formatjs/icu-messageformat-parser";
const TOKENS = "/polaris-tokens/dist/esm/build/index.mjs";
const THEMES = /^var themes = (\{[\s\S]*?\n\});/m;

const plain = (id: string): string => id.split(path.sep).join("/");

/** What Polaris's scripts read of a theme. Colours, type and shadows stand in its style sheet and are read nowhere else. */
const READ_BY_SCRIPTS = new Set(["border", "breakpoints", "height", "motion", "space", "width", "zIndex"]);

/** Of the head of Polaris's `Page`: what no page of ours asks for (menus of actions, paging, a tooltip on the button). */
const PAGE_HEAD = "/Page/components/Header/Header.js";
const LEFT_OUT = /\/(ActionMenu|Pagination|Tooltip)\.js$/;

/** Speaks up where something that was left out is wanted after all. */
const STUB = `const leftOut = (what) => { throw new Error(what + " is left out of the browser's code: vite.light.ts"); };
export const ActionMenu = () => leftOut("Page's menu of actions");
export const Pagination = () => leftOut("Page's paging");
export const Tooltip = () => leftOut("Page's tooltip");
export const hasGroupsWithActions = (groups = []) => groups.length > 0;
export const decode = () => leftOut("Remix's single fetch");
export const encode = decode;`;
const STUB_ID = "\0left-out";

/**
 * What every page in the admin needs, or nearly every one, lies in one file: many small ones compress worse, and the next page
 * has it already. Only modules that import each other by path: Polaris's index would bring along whatever any page uses.
 */
const FRAME = [
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/(react|router)|intl-messageformat|@formatjs)\//,
  /polaris\/build\/esm\/components\/(AppProvider|Badge|Banner|BlockStack|Box|Button|Card|InlineGrid|InlineStack|Link|Page|Text|Collapsible)\/\w+\.js$/,
  /app\/messages\/(translator|words\.browser)/,
  /app\/components\/page\/(later|page-title|problem-page|problem-text|reload|translator|use-background-work|use-download)\.tsx?$/,
  /app\/components\/money\/amounts\.ts$/,
  /app\/components\/chart\/legend\.tsx$/,
  /app\/http\/saved\.ts$/,
  /app\/components\/answers\/held-answers/,
];
const frame = (id: string) => (FRAME.some((each) => each.test(plain(id))) ? "frame" : undefined);

/**
 * Leaves out of the browser's code what never runs there: the parser of ICU messages, which the server has parsed already
 * (app/messages/messages.server.ts), of Polaris's four themes all but the sizes and durations of the one we use, and what
 * libraries carry for cases that we do not have.
 */
export function lightBrowserCode(): Plugin {
  return {
    name: "light-browser-code",
    apply: "build",
    enforce: "pre",
    config: (_, { isSsrBuild }) =>
      isSsrBuild ? {} : { build: { rollupOptions: { output: { manualChunks: frame } } } },
    resolveId(id, importer, { ssr }) {
      if (ssr) return null;
      if (id === PARSER) return this.resolve(`${PARSER}/no-parser.js`, importer);
      // Reads the answers of `v3_singleFetch`, which is off (remix.config.js).
      if (id === "turbo-stream") return STUB_ID;
      return importer && plain(importer).endsWith(PAGE_HEAD) && LEFT_OUT.test(id) ? STUB_ID : null;
    },
    load: (id) => (id === STUB_ID ? STUB : null),
    transform(code, id, options) {
      if (options?.ssr || !plain(id).endsWith(TOKENS)) return null;
      const [statement, themes] = THEMES.exec(code) ?? [];
      if (!statement || !themes) throw new Error(`${id} holds no themes where they used to be.`);
      const light = Object.entries(JSON.parse(themes).light).filter(([group]) => READ_BY_SCRIPTS.has(group));
      const kept = JSON.stringify({ light: Object.fromEntries(light) });
      return { code: code.replace(statement, () => `var themes = ${kept};`), map: null };
    },
  };
}
