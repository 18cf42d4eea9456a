/** An invisible mark that no line breaks at: behind it no mail program takes the next letters for an address. */
const JOINER = "\u2060";
/** Where an address could go on: behind a slash, and behind a dot, colon or @ with a letter after it. Numbers stay whole. */
const INSIDE_ADDRESS = /(?<=\/)(?=\S)|(?<=[.:@])(?=[\p{L}/])|(?<=@)(?=\S)/gu;
/** Marks that turn the direction of what follows, or hide. */
const STEERING = /\p{Cf}+/gu;

/** Text of somebody else's, which mail programs must make no links of. */
export const unlinked = (text: string): string => text.replace(STEERING, "").replace(INSIDE_ADDRESS, JOINER);
