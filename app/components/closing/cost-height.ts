/** How high the curve is at each of its widths. */
export const COST_HEIGHT = { wide: 262, middle: 256, narrow: 250 };
