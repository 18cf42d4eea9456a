/** The background work there is. Payloads hold ids only; the handler re-reads the truth. */
export type Job =
  | { name: "handle-webhook"; data: { shop: string; webhookId: string } }
  | { name: "deliver-mail"; data: { shop: string; mailId: string } }
  | { name: "sync-actions"; data: { shop: string; purpose: "continue" | "nightly" } }
  | { name: "deliver-ticket"; data: { shop: string; ticketId: string } };

export type JobName = Job["name"];
