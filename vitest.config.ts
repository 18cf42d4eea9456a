import { defineConfig } from "vitest/config";

// One project per kind of test so that each can be run alone: `npx vitest --project unit`.
export default defineConfig({
  test: {
    // Vitest would leave a core idle; the files share nothing, each starts its own app, database and ports.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{stores,browser,web,faults}/**"],
          setupFiles: ["test/setup.ts"],
        },
      },
      {
        test: {
          name: "stores",
          include: ["test/{stores,web,faults}/**/*.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
