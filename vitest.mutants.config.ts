import path from "node:path";
import { defineConfig } from "vitest/config";

// The tests that decide over mutants; `npm run mutants` says which.
export default defineConfig({
  resolve: {
    alias: { "fast-check": path.join(import.meta.dirname, "scripts/mutants/fewer-runs.ts") },
  },
  test: {
    include: (process.env.MUTANTS_TESTS ?? "test/{domain,services}/**/*.test.ts").split(" "),
    setupFiles: ["test/setup.ts"],
    // A test that a change lets run forever is ended by Stryker.
    testTimeout: 600_000,
    isolate: false,
  },
});
