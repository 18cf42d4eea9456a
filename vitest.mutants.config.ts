import { defineConfig } from "vitest/config";

// The tests that decide over mutants: those of the layer the mutant is in. `npm run mutants` says which.
export default defineConfig({
  test: {
    include: [`test/${process.env.MUTANTS_LAYER ?? "{domain,services}"}/**/*.test.ts`],
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
    isolate: false,
  },
});
