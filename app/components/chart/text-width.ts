const NARROW_PX = 3.6;
const LATIN_PX = 7.4;
const BROAD_PX = 10.5;
const HAN_PX = 12;

/** About how wide a label is in the charts' 12 px type: enough to tell whether it fits, and the same on the server. */
export const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);

function widthOf(sign: string): number {
  if (/[\u2E80-\uFFEF]/.test(sign)) return HAN_PX;
  if (/[\s.,:;'’|()ijlft]/.test(sign)) return NARROW_PX;
  return /[%mw\p{Lu}]/u.test(sign) ? BROAD_PX : LATIN_PX;
}
