export type * from "./actions.ts";
export type * from "./clock.ts";
export type * from "./impact.ts";
export { ACTION_LISTS, IMPACT_RESOURCES, MAX_WINDOW_DAYS } from "./impact.ts";
export type * from "./mail.ts";
export type * from "./queue.ts";
export type * from "./seal.ts";
export type * from "./shopify.ts";
export type * from "./stores.ts";
