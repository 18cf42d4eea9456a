/** The four ways out of impact.com: S0 in the trial, S0 after it, S1 for any other brand account, S2 for a partner. */
export const CLOSING_PATHS = ["trial-cancel", "starter-ticket", "brand-ticket", "partner-ticket"] as const;
export type ClosingPath = (typeof CLOSING_PATHS)[number];

/** impact.com charges no partner, so that a partner's closing brings no refund and no last charge (S2). */
export const isBilledOn = (route: string): boolean => route !== "partner-ticket";

/** The ten business days are S0's: no help page gives a day for the refund of other brand accounts (S1). */
export const hasRefundDay = (route: string): boolean => isBilledOn(route) && route !== "brand-ticket";

/** What a merchant can say their account is; Pro, Enterprise and the like are all "other-brand". */
export const ACCOUNT_ANSWERS = ["starter", "other-brand", "partner", "not-sure"] as const;
export type AccountAnswer = (typeof ACCOUNT_ANSWERS)[number];

/** Whether the Subscription page shows "Cancel subscription", as the merchant sees it. */
export const BUTTON_ANSWERS = ["shown", "not-shown", "not-sure"] as const;
export type ButtonAnswer = (typeof BUTTON_ANSWERS)[number];
