import { describe, expect, it } from "vitest";
import { keptHeaders } from "#app/services/mail/kept-headers.ts";

describe("the headers kept of a mail", () => {
  it("are its lines as they left, without any that carries a signed link, folded or not", () => {
    const headers = [
      "To: a@example.com",
      "List-Unsubscribe: <https://settled.example/stop/",
      " secret>",
      "list-unsubscribe-post: List-Unsubscribe=One-Click",
      "Subject: one",
      "\ttwo",
      "",
    ].join("\r\n");
    expect(keptHeaders(headers)).toBe("To: a@example.com\nSubject: one\n\ttwo\n");
  });

  it("are without it as well where the lines end with a line feed alone", () => {
    const headers =
      "To: a@example.com\nList-Unsubscribe: <https://settled.example/stop/secret>\nSubject: one\n";
    expect(keptHeaders(headers)).toBe("To: a@example.com\nSubject: one\n");
  });
});
