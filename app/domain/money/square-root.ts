/** The square root of a whole number, rounded to the nearest whole; exact however large the number is. */
export function roundedRoot(square: bigint): bigint {
  // The root of four times the square is twice the root: half of it, rounded up, is the root rounded.
  return (wholeRoot(square * 4n) + 1n) / 2n;
}

/** Newton's method on integers, from above: a start below the root would be taken for it. */
function wholeRoot(square: bigint): bigint {
  if (square === 0n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
