import type { Container } from "./container.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    container: Container;
  }
}
