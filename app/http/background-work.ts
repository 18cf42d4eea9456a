/** How far something is; while `stage` stays, only the parts done of the parts planned have moved. */
export type BackgroundWork = { stage: string; done: number; planned: number };

/** Where there is no such thing, or no more. */
export const NO_WORK: BackgroundWork = { stage: "none", done: 0, planned: 0 };

/** The address at which a page asks; `query` names what it waits for. */
export const backgroundUrl = (query: string): string => `/app/background?${query}`;
