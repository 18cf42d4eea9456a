export type * from "./clock.ts";
export type * from "./impact.ts";
export { IMPACT_RESOURCES } from "./impact.ts";
export type * from "./mail.ts";
export type * from "./queue.ts";
export type * from "./seal.ts";
export type * from "./shopify.ts";
export type * from "./stores.ts";
