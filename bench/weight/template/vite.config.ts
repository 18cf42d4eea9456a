import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "../../../remix.config.js";

/** As Shopify's template builds itself, with this project's libraries and flags. */
export default defineConfig({
  plugins: [
    remix({
      ...options,
      appDirectory: path.relative(process.cwd(), import.meta.dirname),
      buildDirectory: "node_modules/.cache/settled-bench/template",
      ignoredRouteFiles: ["**/.*"],
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
