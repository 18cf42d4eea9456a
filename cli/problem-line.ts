/** One problem as one line: where, what is wrong, what is accepted. */
export function problemLine(where: string, problem: string, accepted: string): string {
  return `${where}: ${problem}; accepted: ${accepted}`.replaceAll(/\s*\n\s*/g, " ");
}
