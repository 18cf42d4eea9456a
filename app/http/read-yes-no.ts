/** An answer of two buttons; null for what is neither, the names every object knows included. */
export function readYesNo(text: string): boolean | null {
  if (text === "yes") return true;
  return text === "no" ? false : null;
}
