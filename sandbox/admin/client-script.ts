import { fileURLToPath } from "node:url";
import { build } from "vite";

/** A browser script of `client/` as one plain script: App Bridge must run while the page is being read. */
export async function bundleClientScript(entry: "bridge/index.ts" | "parent.ts"): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL(`./client/${entry}`, import.meta.url)),
        formats: ["iife"],
        name: "settledSandbox",
      },
    },
  });
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((o) => ("output" in o ? o.output : []));
  const code = chunks.find((c) => c.type === "chunk")?.code;
  if (!code) throw new Error(`No script came out of ${entry}`);
  return code;
}
