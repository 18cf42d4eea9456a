import type { Container } from "./container.server.ts";
import type { ReadOnce } from "./services/read-once.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    container: Container;
    /** Stores that this request's loaders share. */
    reads: ReadOnce;
    /** Who asks, as far as the trusted proxies tell; empty when the line is gone already. */
    clientAddress: string;
  }
}
