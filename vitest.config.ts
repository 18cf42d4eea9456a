import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";
import { PATIENCE_MS } from "./test/patience.ts";

// One project per kind of test so that each can be run alone: `npx vitest --project unit`.
export default defineConfig({
  test: {
    // Vitest would leave a core idle; the files share nothing, each starts its own app, database and ports.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{stores,browser,web,faults}/**", "test/adapters/shopify/**"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 600_000,
          // Nothing here keeps state in a module, so that files can share what they import: twice as fast.
          isolate: false,
        },
      },
      {
        test: {
          name: "stores",
          // Shopify's library keeps the `fetch` it finds when it is imported: its tests want modules of their own.
          include: ["test/{stores,web,faults}/**/*.test.ts", "test/adapters/shopify/**/*.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/support/unpack-browser.ts"],
          setupFiles: ["test/setup.ts"],
          expect: { poll: { timeout: PATIENCE_MS } },
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        // `npm run screens`: pictures for people, no part of `npm test`.
        test: {
          name: "screens",
          include: ["test/screens/**/*.screens.ts"],
          globalSetup: ["test/browser/support/unpack-browser.ts"],
          setupFiles: ["test/setup.ts"],
          expect: { poll: { timeout: PATIENCE_MS } },
          // One account's screens in twelve languages and two widths are over two hundred pictures.
          testTimeout: 7_200_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
