import type { LoaderFunctionArgs } from "@remix-run/node";

/** The process can do its work: the database answers. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { container } = context;
  try {
    await container.ready();
    return new Response("ready", { headers: { "cache-control": "no-store" } });
  } catch (error) {
    container.log.error({ err: error }, "not ready");
    return new Response("the database does not answer", { status: 503 });
  }
}
