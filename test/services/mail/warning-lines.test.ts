import { describe, expect, it } from "vitest";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import { renderText } from "#app/adapters/mail/render-text.ts";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { LINKS, warningFacts } from "./a-warning.ts";

const warning = warningFacts({ overdue: { amount: "984.00", since: "2026-02-01" } });

/** Colon and brackets by each language's own typography: a no-break space before the French colon, full-width in Chinese. */
const LINES = [
  ["en", "Overdue: $984.00 (since Sun, Feb 1, 2026)"],
  ["fr", "En retard\u00a0: 984,00\u00a0$ ("],
  ["zh-CN", "逾期：$984.00（"],
  ["zh-TW", "逾期：$984.00（"],
] as const;

describe("a figure of the warning in one line", () => {
  it.each(LINES)(
    "has the colon and the brackets of %s, in the mail and where it is shown",
    (locale, line) => {
      const { blocks } = warningText(warning, locale, LINKS, fakeSettings);
      expect(renderText(blocks)).toContain(line);
      const { lines } = previewWarning({ warning, locale }, { settings: fakeSettings });
      expect(lines.join("\n")).toContain(line);
    },
  );

  it("leaves a long value room to break on a phone, between its words", () => {
    const { subject, blocks } = warningText(warning, "de", LINKS, fakeSettings);
    const [cell = ""] = /<td[^>]*align="right"[^>]*>/.exec(renderHtml(blocks, "de", subject)) ?? [];
    expect(cell).toContain("font-weight:700");
    expect(cell).not.toContain("nowrap");
  });
});
