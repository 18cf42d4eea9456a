import type { Container } from "./container.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    container: Container;
    /** Fresh for each request: the only inline script and style values the page's CSP allows. */
    nonce: string;
  }
}
