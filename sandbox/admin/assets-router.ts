import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import { bundleClientScript } from "./client-script.ts";

const css = fileURLToPath(new URL("./pages/admin.css", import.meta.url));

/** The admin's style sheet and its two browser scripts, bundled when first asked for. */
export function assetsRouter(): Router {
  const router = express.Router();
  const serve = (path: string, entry: Parameters<typeof bundleClientScript>[0]) => {
    let script: Promise<string> | undefined;
    router.get(path, (_req, res, next) => {
      script ??= bundleClientScript(entry);
      script.then(
        (code) => res.type("text/javascript").set("Cache-Control", "no-cache").send(code),
        (cause: unknown) => {
          script = undefined;
          next(cause);
        },
      );
    });
  };
  serve("/app-bridge.js", "bridge/index.ts");
  serve("/admin-assets/parent.js", "parent.ts");
  router.get("/admin-assets/admin.css", (_req, res) => res.sendFile(css));
  return router;
}
