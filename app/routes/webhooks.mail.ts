import type { ActionFunctionArgs } from "@remix-run/node";
import { readJson } from "../domain/index.ts";
import { readLimitedBytes } from "../http/read-limited.server.ts";
import { isSigned } from "../http/signed-body.server.ts";
import { readMailEvents, saveMailEvents } from "../services/outbox/save-mail-events.server.ts";
import { saveMailReport } from "../services/outbox/save-mail-report.server.ts";

const MAX_BYTES = 256 * 1024;
const status = (code: number) => new Response(null, { status: code });

/**
 * Bounces and complaints: as JSON from the operator's mail provider, or as the raw message that came back to the sender
 * (message/rfc822). Does not exist without a shared secret.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { config, deps, log, readMailReport } = context.container;
  const secret = config.MAIL_EVENTS_SECRET;
  if (!secret) return status(404);
  if (request.method !== "POST") return status(405);
  const body = await readLimitedBytes(request, MAX_BYTES);
  if (body === null) return new Response(null, { status: 413, headers: { connection: "close" } });
  const signature = request.headers.get("x-settled-signature");
  if (!isSigned(body, signature, secret, deps.clock.now().epochMilliseconds)) {
    log.warn({ signed: signature !== null }, "mail events refused");
    return status(401);
  }
  if (request.headers.get("content-type")?.startsWith("message/rfc822")) {
    const saved = await saveMailReport(await readMailReport(body), deps);
    log.info(saved, "mail report");
    // A message that says nothing of ours is no fault of whoever passed it on, and must not come again.
    return status(saved.outcome === "recorded" ? 200 : 202);
  }
  const batch = readMailEvents(readJson(body.toString("utf8")));
  if (batch === null) return status(400);
  const suppressed = await saveMailEvents(batch, deps);
  const counts = { events: batch.events.length, unread: batch.unread };
  log.info({ ...counts, suppressed }, "mail events");
  // An entry that cannot be read is counted, and never keeps the others from being recorded.
  return Response.json(counts);
}

export const loader = () => new Response(null, { status: 405, headers: { allow: "POST" } });
