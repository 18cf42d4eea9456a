const LATIN_PX = 6.9;
const HAN_PX = 12;

/** About how wide a label is in the charts' 12 px type: enough to tell whether it fits, and the same on the server. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/.test(sign) ? HAN_PX : LATIN_PX), 0);
