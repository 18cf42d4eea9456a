import "./one-sentence.ts";
import { createHmac } from "node:crypto";
import { buffer } from "node:stream/consumers";

/**
 * Passes a message that came back to the sender's mailbox on to Settled: the message on standard input, the app's
 * address and the secret in the environment. Made for a mail server's pipe: it ends with 75 (try again) when the app
 * could not be reached or had a fault, with 0 when it took the message or could make nothing of it.
 */
const { SHOPIFY_APP_URL, MAIL_EVENTS_SECRET } = process.env;
const TRY_AGAIN = 75;
const WRONG_SETTINGS = 78;

if (!SHOPIFY_APP_URL || !MAIL_EVENTS_SECRET) {
  console.error("Set SHOPIFY_APP_URL and MAIL_EVENTS_SECRET.");
  process.exit(WRONG_SETTINGS);
}
if (!URL.canParse(SHOPIFY_APP_URL)) {
  console.error("SHOPIFY_APP_URL is no web address; it looks like https://settled.example.com.");
  process.exit(WRONG_SETTINGS);
}
const message = await buffer(process.stdin);
const seconds = Math.floor(Date.now() / 1_000);
const v1 = createHmac("sha256", MAIL_EVENTS_SECRET).update(`${seconds}.`).update(message).digest("hex");
try {
  const { status } = await fetch(new URL("/webhooks/mail", SHOPIFY_APP_URL), {
    method: "POST",
    headers: { "content-type": "message/rfc822", "x-settled-signature": `t=${seconds},v1=${v1}` },
    body: new Uint8Array(message),
  });
  if (status >= 300) console.error(`Settled answered ${status}.`);
  process.exitCode = status >= 500 || status === 401 || status === 429 ? TRY_AGAIN : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = TRY_AGAIN;
}
