import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export type Measured = { perSecond: number; p99Ms: number };
type Load = { port: number; path: string; secret: string; connections: number; seconds: number };

const SHOPS = 500;
const shopOf = (index: number): string => `bench-${index % SHOPS}.myshopify.com`;

/** Sends signed webhooks over as many connections as told, each the next as soon as it is answered. */
export async function sendWebhooks({ port, path, secret, connections, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const body = JSON.stringify({ id: 1, previous: [], current: ["read_products"], shop_id: 1 });
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1_000;
  let count = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const sentAt = performance.now();
      count += 1;
      const headers = {
        "content-type": "application/json",
        "content-length": body.length,
        "user-agent": "Shopify-Captain-Hook",
        "x-shopify-topic": "app/scopes_update",
        "x-shopify-hmac-sha256": signature,
        "x-shopify-shop-domain": shopOf(count),
        "x-shopify-api-version": "2026-10",
        "x-shopify-webhook-id": randomUUID(),
        "x-shopify-event-id": randomUUID(),
        "x-shopify-triggered-at": new Date().toISOString(),
      };
      const sent = request({ agent, port, host: "127.0.0.1", path, method: "POST", headers }, (answer) => {
        answer.resume();
        answer.on("end", () => {
          times.push(performance.now() - sentAt);
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${path} answered ${answer.statusCode}.`));
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  const line = async () => {
    while (performance.now() < end) await one();
  };
  await Promise.all(Array.from({ length: connections }, line));
  const took = (performance.now() - started) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / took, p99Ms: times[Math.ceil(times.length * 0.99) - 1] ?? 0 };
}
