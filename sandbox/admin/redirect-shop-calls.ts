// Preload of the app's process in the demo (`node --import`): calls to a store go to the sandbox instead.
// It must run before the Shopify library is imported, because the library keeps the fetch it finds then.
const sandboxOrigin = process.env.SANDBOX_ORIGIN;
if (!sandboxOrigin)
  throw new Error("SANDBOX_ORIGIN is not set: give the sandbox's address, http://localhost:3000");
if (!["localhost", "127.0.0.1", "[::1]"].includes(new URL(sandboxOrigin).hostname)) {
  throw new Error("SANDBOX_ORIGIN must be on this machine: stores' calls carry access tokens");
}

const realFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.protocol !== "https:" || !url.hostname.endsWith(".myshopify.com")) return realFetch(input, init);
  const target = new URL(`/_shop/${url.hostname}${url.pathname}${url.search}`, sandboxOrigin);
  return realFetch(input instanceof Request ? new Request(target, input) : target, init);
};

export {};
