import type { LoaderFunctionArgs } from "@remix-run/node";
import { withTimeout } from "../http/with-timeout.ts";

/** A load balancer that asks every few seconds wants to hear of a silent database before it gives up itself. */
const ANSWER_MS = 2_000;

/** The process can do its work: the database answers and takes what is written. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { container } = context;
  try {
    await withTimeout(container.ready(), ANSWER_MS);
    return new Response("ready", { headers: { "cache-control": "no-store" } });
  } catch (error) {
    container.log.error({ err: error }, "not ready");
    return new Response("the database does not answer, or takes nothing", { status: 503 });
  }
}
