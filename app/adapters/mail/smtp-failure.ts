import type { SendOutcome, SmtpStep } from "#app/ports/index.ts";

/** The library's names for failures before any message was handed over. */
const NEVER_HANDED_OVER = ["EDNS", "EAUTH", "EENVELOPE", "ETLS", "EREQUIRETLS"];
/** Node's own words for a line that ended within the handshake have no code of their own. */
const NO_MAIL_YET = [
  "Greeting never received",
  "Client network socket disconnected before secure TLS connection was established",
];
/**
 * Node's names for a certificate that is not accepted and for a handshake that came to nothing. The library calls them
 * faults of the socket, as it does one in the middle of a mail; but no mail goes ahead of the handshake.
 */
const NO_HANDSHAKE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH$|ERR_SSL_WRONG_VERSION_NUMBER$|ERR_SSL_\w*HANDSHAKE)/;
/** The command a reply belongs to, as the library names it. */
const STEPS: [string, SmtpStep][] = [
  ["AUTH", "sign-in"],
  ["MAIL FROM", "sender"],
  ["RCPT TO", "recipient"],
  ["DATA", "content"],
];

/** What an error of the library means: a reply counts for the step it was given at. */
export function notSent(error: unknown): Exclude<SendOutcome, { outcome: "sent" }> {
  const part = (name: string): unknown =>
    error instanceof Error ? Object.entries(error).find(([key]) => key === name)?.[1] : undefined;
  const [code, response, command] = [part("responseCode"), part("response"), String(part("command") ?? "")];
  const reason = error instanceof Error ? error.message : "unknown";
  const step = STEPS.find(([name]) => command.startsWith(name))?.[1];
  if (typeof code === "number")
    return {
      outcome: "not-sent",
      step: step ?? "greeting",
      code,
      reason: typeof response === "string" ? response : reason,
    };
  const isCertain =
    part("syscall") === "connect" ||
    NEVER_HANDED_OVER.some((each) => each === part("code")) ||
    NO_HANDSHAKE.test(String(part("originalCode") ?? part("code") ?? "")) ||
    NO_MAIL_YET.includes(reason);
  return isCertain
    ? { outcome: "not-sent", step: step ?? "connect", code: null, reason }
    : { outcome: "unknown", reason };
}
