/** The sandbox's large account, as the scripts connect it. */
export const KEY = { shop: "grosshaus.myshopify.com", accountSid: "IRlargeGrosshaus0003" };
export const PROGRAMS = [{ id: "23001", name: "Großhaus", state: "ACTIVE" }];
export const ACCOUNT = { currency: "EUR", timeZone: "Europe/Berlin" };
