import { expect, it } from "vitest";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { warningFacts } from "./a-warning.ts";

it("shows before the app is removed who would write, and every line of what", () => {
  const warning = warningFacts({ commissions: null });
  expect(previewWarning({ warning, locale: "en" }, { settings: fakeSettings })).toEqual({
    from: "Settled <notices@settled.example>",
    subject: "Your impact.com account is still open and can be charged",
    lines: [
      "Your impact.com account is still open",
      "You uninstalled Settled from Acme Outdoor. That did not close your impact.com account ending in 0001.",
      "Next fee: at least $30.00 (Wed, Jul 1, 2026, charged to your card)",
      "Left open, 12 months: at least $360.00 (at least $30.00 a month, plus commissions)",
      "Finish closing your account",
      "Without this link: sign in at app.impact.com, open Support, and create a ticket to close your account.",
      "As of Jun 20, 2026, 8:00 AM (Eastern Time).",
      "You get this email once, because Settled was installed in Acme Outdoor. The link works for 2 days, then your data is deleted. If you send a closing request, it works for 30 days.",
      "Stop these emails",
      "Support and privacy",
      "Settled, 1 Example Street. Settled is an independent app and not part of impact.com.",
    ],
  });
});
