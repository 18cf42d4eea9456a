/** The sandbox's large account, as the scripts connect it. */
export const KEY = { shop: "grosshaus.myshopify.com", accountSid: "IRlargeGrosshaus0003" };
export const PROGRAMS = [{ id: "23001", name: "Großhaus", state: "ACTIVE" }];
export const ACCOUNT = { currency: "EUR", timeZone: "Europe/Berlin" };

/** The first is that account; the others are alike under SIDs of their own. */
export const sidOf = (index: number): string =>
  index === 0 ? KEY.accountSid : `IRlargeGrosshaus${10_000 + index}`;
