/**
 * The options of the Remix Vite plugin; vite.config.ts imports this file, so it is live.
 * `v3_singleFetch` stays off: with it Shopify's retry headers vanish from POST answers (docs/decisions/0003).
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/.*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: false,
  },
};
