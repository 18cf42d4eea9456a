import type { LoaderFunctionArgs } from "@remix-run/node";
import { type BackgroundWork, NO_WORK } from "#app/http/background-work.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { showSyncRun } from "#app/services/sync/show-sync-run.server.ts";

/**
 * How far something is that a page waits for: one request's sending, the export, or the reading of actions. Small, so
 * that a page can ask often without loading itself anew.
 */
export async function loader(args: LoaderFunctionArgs): Promise<BackgroundWork> {
  const { shop, deps } = await requireShop(args);
  const asked = new URL(args.request.url).searchParams;
  const reference = asked.get("request");
  if (reference !== null) {
    const request = await showRequest({ shop, reference }, deps);
    return request ? { ...NO_WORK, stage: request.status } : NO_WORK;
  }
  if (asked.get("what") !== "export") return showSyncRun({ shop }, deps);
  const made = (await showExport({ shop }, deps))?.made;
  return made ? { stage: made.state, done: made.percent, planned: 100 } : NO_WORK;
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
