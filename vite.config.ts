import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";
import { lightBrowserCode } from "./vite.light.ts";
import { lightStyles } from "./vite.styles.ts";
import { wordsOfPages } from "./vite.words.ts";

export default defineConfig({
  plugins: [remix(options), lightBrowserCode(), lightStyles(), wordsOfPages()],
  build: {
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // The core does nothing when it is imported: what a page does not use of it, nor of the libraries below it, stays out.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !id.includes("/app/domain/") } },
  },
  // One file of what our pages use instead of a thousand to open: a start is a third shorter, a process 40 MB smaller.
  ssr: { noExternal: ["@shopify/polaris", "@shopify/polaris-icons"] },
  server: { allowedHosts: [".trycloudflare.com"] },
});
