/** What a use-case may say to the operator's log; facts hold ids and reasons, never secrets or personal data. */
export interface Log {
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
