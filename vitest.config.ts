import { defineConfig } from "vitest/config";

// One project per kind of test so that each can be run alone: `npx vitest --project unit`.
export default defineConfig({
  test: {
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
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
