import { existsSync } from "node:fs";
import path from "node:path";

/** Where `npm run build` puts the app. */
export const BUILD = path.resolve("build");
export const SERVER_BUILD = path.join(BUILD, "server/index.js");

/** Why there is nothing to serve; null when there is. */
export const buildProblem = (serve: "build" | "live"): string | null =>
  serve === "live" || existsSync(SERVER_BUILD)
    ? null
    : "Settled is not built in this folder. Run: npm install, then npm run build.";
