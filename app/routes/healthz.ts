/** The process is alive. */
export const loader = () => new Response("ok", { headers: { "cache-control": "no-store" } });
