import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";

/** The export's zip, to the shop that made it and nobody else. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  return inTurn({ turns, shop, request: args.request }, async (sent) => {
    const opened = await openExport({ shop, exportId: args.params.id ?? "" }, deps);
    if (!opened) throw new Response(null, { status: 404 });
    return fileAnswer(sent(opened.zip), { name: opened.fileName, type: "application/zip" });
  });
}
