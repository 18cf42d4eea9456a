import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintTicket } from "#app/domain/request/ticket-lint.ts";

const fine = { subject: "Please close account IR123", body: "Please close it.", reason: null };
const bodyProblems = (body: string) => lintTicket({ ...fine, body }).map(({ problem }) => problem);

/** impact.com's form takes 140 characters (H31); our reference, " [SET-7KQ2-M9XD]" and the like, has room beside them. */
const SUBJECT_HOLDS = 120;
const BODY_HOLDS = 10_000;

describe("the last look at a ticket", () => {
  it("lets an ordinary request pass", () => {
    expect(lintTicket(fine)).toEqual([]);
    expect(
      lintTicket({ ...fine, reason: "Too dear for us, we only sold 12 items since 12 May 2026." }),
    ).toEqual([]);
  });

  it.each([
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "My card is 4111 1111 1111 1111, thanks",
    "12 4111 1111 1111 1111",
    "4111 1111 1111 1111 123",
    "4111\u00a01111\u00a01111\u00a01111",
    "３７８２ ８２２４６３ １０００５".normalize("NFKC"),
    "３７８２ ８２２４６３ １０００５",
    "exp 12/27 378282246310005",
    "4111  1111   1111 1111",
    "4111\n1111\n1111\n1111",
    "4111\r\n1111 \n 1111\t1111",
    "4111\u20131111\u20141111\u22121111",
    "4111 - 1111 - 1111 - 1111",
    "41\u200b11\u200d1111\u00ad1111\u20601111",
    "41111111\n11111111",
  ])("finds the card number in %j (K4)", (text) => {
    expect(bodyProblems(text)).toEqual(["card-number"]);
  });

  it.each([
    "4111 1111 1111 1112",
    "1000.4533.123456",
    "4111.1111.1111.1111",
    "4111\n\n1111\n\n1111\n\n1111",
    "Action 1000.1.1 locks on 20 June 2026, 21 June 2026 and 22 June 2026",
    "Balance 1,234,567.89; phone +1 212 555 0100",
    "00001234",
  ])("sees no card number in %j", (text) => {
    expect(bodyProblems(text)).toEqual([]);
  });

  it.each([
    "Auth token: abcd1234efgh",
    "AuthToken=abcd1234efgh",
    "password : hunter2hunter2",
    "密码：abcdefgh1234",
    "我的令牌: abcdefgh1234",
    "token\n: abcd1234efgh",
    "Auth  Token  :  abcd1234efgh",
    "Auth Token:\n\nabcd1234efgh",
    "to\u200bken: abcd1234efgh",
    "token \u2013 abcd1234efgh",
    "Auth\u2011Token: abcd1234efgh",
    "Authorization: Basic SVJhY2NvdW50OmFiY2Q=",
    "authorization:SVJhY2NvdW50OmFiY2Q=",
    "curl -H 'Authorization: Bearer abcd1234efgh'",
    "Bearer abcd1234efgh5678ijkl",
    "api-key = abcd1234efgh",
    "Kennwort: abcd1234efgh",
    "mot de passe : abcd1234efgh",
    "contraseña: abcd1234efgh",
    "contrasen\u0303a: abcd1234efgh",
    "wachtwoord = abcd1234efgh",
    "lösenord: abcd1234efgh",
    "adgangskode: abcd1234efgh",
    "passord: abcd1234efgh",
    "密碼：abcd1234efgh",
    "權杖：abcd1234efgh",
    "API 密钥：abcd1234efgh",
    "API 金鑰：abcd1234efgh",
    "パスワード：abcd1234efgh",
    "トークン：abcd1234efgh",
  ])("finds the secret in %j (K4)", (text) => {
    expect(bodyProblems(text)).toEqual(["token"]);
  });

  it.each([
    "I lost the token",
    "token: none",
    "password: reset",
    "The tokenization: complicated-things",
    "I removed the token \u2013 afterwards everything went on",
    "The bearer of this letter understands everything",
  ])("sees no secret in %j", (text) => {
    expect(bodyProblems(text)).toEqual([]);
  });

  it("says which field it is", () => {
    const card = "4111 1111 1111 1111";
    expect(lintTicket({ subject: card, body: card, reason: card })).toEqual([
      { field: "subject", problem: "card-number" },
      { field: "body", problem: "card-number" },
      { field: "reason", problem: "card-number" },
    ]);
  });

  it("wants a subject of one line within impact.com's limit", () => {
    const problems = (subject: string) => lintTicket({ ...fine, subject }).map(({ problem }) => problem);
    expect(problems("  ")).toEqual(["empty"]);
    expect(problems("x".repeat(SUBJECT_HOLDS))).toEqual([]);
    expect(problems("x".repeat(SUBJECT_HOLDS + 1))).toEqual(["too-long"]);
    expect(problems("Hello\r\nBcc: victim@a.example")).toEqual(["line-break"]);
  });

  it("wants a body that is there and not endless, together with its reason", () => {
    expect(bodyProblems(" \n ")).toEqual(["empty"]);
    expect(bodyProblems("x".repeat(BODY_HOLDS))).toEqual([]);
    expect(bodyProblems("x".repeat(BODY_HOLDS + 1))).toEqual(["too-long"]);
    expect(lintTicket({ ...fine, reason: "x".repeat(BODY_HOLDS + 1) })).toEqual([
      { field: "reason", problem: "too-long" },
    ]);
  });

  // Made-up numbers that all pass the checksum: cards have 13 to 19 digits.
  it.each([
    ["493333333331", []],
    ["4933333333332", ["card-number"]],
    ["4933333333333333335", ["card-number"]],
    ["49333333333333333335", []],
  ])("takes %s for %j", (digits, expected) => {
    expect(bodyProblems(`My card is ${digits}.`)).toEqual(expected);
  });

  it("names the field of each problem, and has nothing against a reason that just fits or is missing", () => {
    const all = { subject: " \n ", body: " ", reason: null };
    expect(lintTicket(all).map(({ field, problem }) => `${field}: ${problem}`)).toEqual([
      "subject: empty",
      "subject: line-break",
      "body: empty",
    ]);
    const long = { subject: "x".repeat(SUBJECT_HOLDS + 1), body: "x".repeat(BODY_HOLDS + 1), reason: null };
    expect(lintTicket(long).map(({ field }) => field)).toEqual(["subject", "body"]);
    expect(lintTicket({ ...fine, reason: "x".repeat(BODY_HOLDS) })).toEqual([]);
  });

  it("answers any text at all, and soon", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "binary" }), (subject, body) => {
        expect(Array.isArray(lintTicket({ subject, body, reason: null }))).toBe(true);
      }),
    );
    const started = process.cpuUsage();
    lintTicket({
      subject: "1 ".repeat(5_000),
      body: `token ${" ".repeat(9_000)}`,
      reason: "1-".repeat(5_000),
    });
    lintTicket({
      subject: "token-".repeat(2_000),
      body: `${"\n-".repeat(5_000)}${"authorization: ".repeat(600)}`,
      reason: "\u200b ".repeat(5_000),
    });
    // Processor time in microseconds: a busy machine lets the clock run on.
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });
});
