import { describe, expect, it } from "vitest";
import { notSent } from "#app/adapters/mail/smtp-failure.ts";

/** An error as the mail library throws it. */
const failure = (message: string, parts: Record<string, unknown>) => Object.assign(new Error(message), parts);

describe("a mail that was not sent", () => {
  it("keeps what the server said and at which command, not what the library calls it", () => {
    const response = "535 5.7.8 Authentication credentials invalid";
    const refused = { code: "EAUTH", responseCode: 535, response, command: "AUTH PLAIN" };
    expect(notSent(failure(`Invalid login: ${response}`, refused))).toEqual({
      outcome: "not-sent",
      step: "sign-in",
      code: 535,
      reason: response,
    });
  });

  it.each([
    ["no such host", { code: "EDNS", command: "CONN" }, "connect"],
    ["refused", { code: "ESOCKET", syscall: "connect", command: "CONN" }, "connect"],
    ["no user name", { code: "EAUTH", command: "AUTH PLAIN" }, "sign-in"],
    ["no encryption", { code: "ETLS", command: "STARTTLS" }, "connect"],
    [
      "certificate has expired",
      { code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED", command: "CONN" },
      "connect",
    ],
    [
      "self-signed certificate",
      { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT", command: "CONN" },
      "connect",
    ],
    [
      "wrong version number",
      { code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER", command: "CONN" },
      "connect",
    ],
    [
      "Client network socket disconnected before secure TLS connection was established",
      { code: "ESOCKET", originalCode: "ECONNRESET", command: "CONN" },
      "connect",
    ],
  ])("is certain without a reply when it ended before the mail: %s", (message, parts, step) => {
    expect(notSent(failure(message, parts))).toEqual({
      outcome: "not-sent",
      step,
      code: null,
      reason: message,
    });
  });

  it.each([
    ["Timeout", { code: "ETIMEDOUT", command: "CONN" }],
    [
      "bad record mac",
      { code: "ESOCKET", originalCode: "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", command: "CONN" },
    ],
    ["Connection closed unexpectedly", { code: "ECONNECTION", command: "CONN" }],
  ])("may have been sent when the line was lost: %s", (message, parts) => {
    expect(notSent(failure(message, parts))).toEqual({ outcome: "unknown", reason: message });
  });
});
