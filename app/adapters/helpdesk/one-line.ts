const MAX = 300;

/** What another system said, as it may stand in a log line and in a mail to the operator. */
export const oneLine = (text: string): string =>
  text
    .slice(0, MAX)
    .split(/[\s\p{Cc}]+/u)
    .join(" ")
    .trim();
