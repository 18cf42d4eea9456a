import type { Container } from "./container.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    container: Container;
    /** Who asks, as far as the trusted proxies tell; empty when the line is gone already. */
    clientAddress: string;
  }
}
