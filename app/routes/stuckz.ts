import type { LoaderFunctionArgs } from "@remix-run/node";
import { showHealth } from "../services/operations/show-health.server.ts";

const headers = { "cache-control": "no-store" };

/**
 * For a monitor that calls a person: 503 while something is stuck. Not for a load balancer, because the process itself
 * works and must go on to get things going again. Counts only, no shop.
 */
export async function loader({ context }: LoaderFunctionArgs) {
  const { deps, log } = context.container;
  try {
    const health = await showHealth(deps);
    return Response.json(health, { status: health.stuck.length > 0 ? 503 : 200, headers });
  } catch (error) {
    log.error({ err: error }, "cannot tell what is stuck");
    return new Response("cannot be told now", { status: 503, headers });
  }
}
