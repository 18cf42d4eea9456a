/**
 * How long a page, a mail or a ticket may take to appear, for the browser and for `expect.poll` alike.
 * A condition that holds sooner is not waited for; on a busy machine even a reload takes seconds.
 */
export const PATIENCE_MS = 90_000;
