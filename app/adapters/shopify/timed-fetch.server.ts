// Both set the library's `fetch` when they are first imported: ours must come after them.
import "@shopify/shopify-app-remix/adapters/node";
import "@shopify/shopify-api/adapters/web-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

/** A person may wait for the page behind it. */
const CALL_MS = 10_000;

/** The library keeps the `fetch` it finds at import; so do we, after it. */
const plainFetch = globalThis.fetch;

/**
 * Shopify's library waits as long as a line is open. When the network drops what is sent, that is five minutes: longer
 * than a key may live after an uninstall (experience.md K5).
 */
setAbstractFetchFunc((input, init) =>
  plainFetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_MS) }),
);
