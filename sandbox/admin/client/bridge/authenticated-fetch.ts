import type { Call } from "./admin-link.ts";

const retryHeader = "X-Shopify-Retry-Invalid-Session-Request";
const reauthorizeHeader = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/** Gives every request to the app's own origin a session token, as App Bridge does. */
export function authenticateFetch(call: Call): void {
  const plainFetch = window.fetch.bind(window);

  const send = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    if (!headers.has("Authorization")) headers.set("Authorization", `Bearer ${await call("idToken", {})}`);
    headers.set("X-Requested-With", "XMLHttpRequest");
    return plainFetch(new Request(request.clone(), { headers }));
  };

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return plainFetch(request);
    let response = await send(request);
    if (response.status === 401 && response.headers.has(retryHeader)) response = await send(request);
    const url = response.headers.get(reauthorizeHeader);
    if (url) await call("redirect", { url, newTab: false });
    return response;
  };
}
