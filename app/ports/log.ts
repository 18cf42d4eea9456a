/** What a use-case may say to the operator's log; facts hold ids and reasons, never secrets or personal data. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
