import { describe, expect, it } from "vitest";
import { warningText } from "#app/services/mail/warning-text.ts";
import type { WarningFacts } from "#app/services/uninstall/warning-facts.ts";
import { fakeSettings } from "#test/fakes/deps.ts";
import { LINKS, warningFacts } from "./a-warning.ts";
import { FOOTER } from "./an-outbox.ts";

const warned = (change: Partial<WarningFacts> = {}) =>
  warningText(warningFacts(change), "en", LINKS, fakeSettings);
const paragraph = (text: string) => ({ kind: "paragraph", text });
const small = (text: string) => ({ kind: "small", text });

const HEADING = { kind: "heading", text: "Your impact.com account is still open" };
const STILL_OPEN = paragraph(
  "You uninstalled Settled from Acme Outdoor. That did not close your impact.com account ending in 0001.",
);
const FEE = {
  label: "Next fee",
  value: "at least $30.00",
  note: "Wed, Jul 1, 2026, charged to your card",
  line: "Next fee: at least $30.00 (Wed, Jul 1, 2026, charged to your card)",
};
const YEAR = {
  label: "Left open, 12 months",
  value: "at least $360.00",
  note: "at least $30.00 a month, plus commissions",
  line: "Left open, 12 months: at least $360.00 (at least $30.00 a month, plus commissions)",
};
const COMMISSIONS = {
  label: "Commissions, last 30 days",
  value: "$75.00",
  note: "charged as actions are tracked",
  line: "Commissions, last 30 days: $75.00 (charged as actions are tracked)",
};
const ROWS = { kind: "rows", rows: [FEE, YEAR, COMMISSIONS] };
const FINISH = { kind: "action", text: "Finish closing your account", href: LINKS.finish };
const BY_HAND = paragraph(
  "Without this link: sign in at app.impact.com, open Support, and create a ticket to close your account.",
);
const SEE = { kind: "action", text: "See your request", href: LINKS.finish };
const SUPPORT = paragraph("Without this link: sign in at app.impact.com and open Support.");
const AS_OF = small("As of Jun 20, 2026, 8:00 AM (Eastern Time).");
const ENDING = [
  small(
    "You get this email once, because Settled was installed in Acme Outdoor. The link works for 2 days, then your data is deleted. If you send a closing request, it works for 30 days.",
  ),
  { kind: "small-link", text: "Stop these emails", href: LINKS.stop },
  ...FOOTER,
];

describe("the warning about an account that is open", () => {
  it("says what happened, what it costs, both ways to close, and how old the figures are", () => {
    expect(warned()).toEqual({
      subject: "Your impact.com account is still open and can be charged",
      blocks: [HEADING, STILL_OPEN, ROWS, FINISH, BY_HAND, AS_OF, ...ENDING],
    });
  });

  it("names no ending of an account that it does not know", () => {
    expect(warned({ account: null }).blocks[1]).toEqual(
      paragraph("You uninstalled Settled from Acme Outdoor. That did not close your impact.com account."),
    );
  });

  it("says so where the figures are the merchant's own", () => {
    expect(warned({ asOf: null }).blocks[5]).toEqual(small("The figures use what you entered."));
  });

  it("says of no figure how old it is where the next fee is not known", () => {
    expect(warned({ nextFee: null, minimum: null, commissions: null }).blocks).toEqual([
      HEADING,
      STILL_OPEN,
      paragraph(
        "The amount of your next fee is not known yet. impact.com charges at least the minimum fee each month until it closes the account.",
      ),
      FINISH,
      BY_HAND,
      ...ENDING,
    ]);
  });

  it("does not call a fee unknown because nobody knows what a year costs", () => {
    expect(warned({ minimum: null, commissions: null }).blocks.slice(2, 4)).toEqual([
      { kind: "rows", rows: [FEE] },
      FINISH,
    ]);
  });

  it.each([
    ["paused", "Your store Acme Outdoor is paused."],
    ["frozen", "Shopify froze your store Acme Outdoor."],
    ["closed", "Your store Acme Outdoor is closed."],
  ] as const)("of a store that is %s says that, and may come again", (stop, said) => {
    const { blocks } = warned({ stop, dataKept: true });
    expect(blocks[1]).toEqual(
      paragraph(`${said} That did not close your impact.com account ending in 0001.`),
    );
    expect(blocks[6]).toEqual(
      small(
        "You get this email once each time your store stops, because Settled is installed in Acme Outdoor. The link works for 30 days.",
      ),
    );
  });
});

describe("the warning about an account that costs otherwise", () => {
  it("of a trial names its last day and the way to cancel, after the figures", () => {
    expect(warned({ variant: "trial", trialEndsOn: "2026-06-30" }).blocks.slice(2, 5)).toEqual([
      ROWS,
      paragraph(
        "Your trial runs until Tue, Jun 30, 2026. If you see the button, cancel it: Your balance → Subscription → Cancel subscription.",
      ),
      FINISH,
    ]);
  });

  it("of an account that another store uses names no figure", () => {
    const { subject, blocks } = warned({ variant: "usedElsewhere" });
    expect(subject).toBe("impact.com account still open for your other store");
    expect(blocks.slice(0, 4)).toEqual([
      { kind: "heading", text: "The account stays open for your other store" },
      STILL_OPEN,
      paragraph(
        "Another store of yours still uses Settled with this account. Nothing to do unless you want to close the account for both.",
      ),
      FINISH,
    ]);
  });

  it("of a partner's account, which costs nothing, says nothing of fees", () => {
    const { subject, blocks } = warned({ variant: "noFee" });
    expect(subject).toBe("Your impact.com account is still open");
    expect(blocks.slice(1, 3)).toEqual([STILL_OPEN, FINISH]);
  });

  it("of another edition says that its fees are not known here, and go on", () => {
    expect(warned({ variant: "otherEdition" }).blocks.slice(1, 4)).toEqual([
      STILL_OPEN,
      paragraph(
        "You entered an edition other than Starter. Settled does not know its fees. They continue until impact.com closes the account.",
      ),
      FINISH,
    ]);
  });
});

describe("the warning while a request is under way", () => {
  it("names the request in the subject and the text, and asks for no second one", () => {
    const { subject, blocks } = warned({
      request: { reference: "SET-7KQ2-M9XD", standing: "sent", answerBy: "2026-06-24" },
    });
    expect(subject).toBe("Account still open: SET-7KQ2-M9XD is sent");
    expect(blocks.slice(0, 3)).toEqual([
      { kind: "heading", text: "Account still open, request under way" },
      STILL_OPEN,
      paragraph("Your closing request SET-7KQ2-M9XD was sent. You do not need a second one."),
    ]);
    expect(blocks.slice(4, 6)).toEqual([
      SEE,
      paragraph("Without this link: answer impact.com in the ticket that names SET-7KQ2-M9XD."),
    ]);
  });

  it("tells one that ended without a closing, and how to make another", () => {
    const { subject, blocks } = warned({
      request: { reference: "SET-7KQ2-M9XD", standing: "withdrawn", answerBy: null },
    });
    expect(subject).toBe("Your impact.com account is still open and can be charged");
    expect(blocks.slice(0, 6)).toEqual([
      HEADING,
      STILL_OPEN,
      paragraph("You withdrew closing request SET-7KQ2-M9XD."),
      ROWS,
      FINISH,
      BY_HAND,
    ]);
  });
});

/** Noted on 15 June, late in the evening in New York, when it was the 16th in Greenwich. */
const NOTED = { reference: "SET-7KQ2-M9XD", at: "2026-06-16T02:00:00Z", stillOpenAt: null };
const ASKED = { ...NOTED, stillOpenAt: "2026-06-18T10:00:00Z" };
const noted = (said: string) => ({
  kind: "strong",
  text: `${said} On Mon, Jun 15, 2026, you noted that impact.com closed the account of your request SET-7KQ2-M9XD.`,
});
const LEFT = "You uninstalled Settled from Acme Outdoor.";
const SHOWN_OPEN = paragraph(
  "But impact.com’s API still showed the account as open, as of Jun 18, 2026, 6:00 AM (Eastern Time). Ask impact.com support.",
);
const KNOWN_CLOSED = { variant: "closed", nextFee: null, commissions: null, minimum: null } as const;

describe("the warning about an account that was noted as closed", () => {
  it("says that nothing is to be done, and no figure", () => {
    const { subject, blocks } = warned({ ...KNOWN_CLOSED, closing: { ...NOTED, isProved: true } });
    expect(subject).toBe("You noted that impact.com closed your account");
    expect(blocks).toEqual([
      noted(LEFT),
      paragraph(
        "Nothing to do now. Keep impact.com’s answer. If you are charged again, send it to impact.com support.",
      ),
      SEE,
      SUPPORT,
      ...ENDING,
    ]);
  });

  it("says when impact.com called it open after that", () => {
    const closing = { ...ASKED, isProved: true };
    expect(warned({ ...KNOWN_CLOSED, stop: "paused", closing }).blocks.slice(0, 2)).toEqual([
      noted("Your store Acme Outdoor is paused."),
      SHOWN_OPEN,
    ]);
  });

  it("says without impact.com's word what it costs if it is not so, and how old that is", () => {
    const { subject, blocks } = warned({ closing: { ...NOTED, isProved: false } });
    expect(subject).toBe("You noted a closing, but your account may still be charged");
    expect(blocks).toEqual([
      noted(LEFT),
      paragraph(
        "You added no answer from impact.com, and Settled could not check it. If the account is not closed, impact.com can charge it:",
      ),
      ROWS,
      SEE,
      SUPPORT,
      AS_OF,
      ...ENDING,
    ]);
  });

  it("takes impact.com's later word for the doubt, where it was asked", () => {
    const closing = { ...ASKED, isProved: false };
    expect(warned({ stop: "frozen", closing }).blocks.slice(0, 3)).toEqual([
      noted("Shopify froze your store Acme Outdoor."),
      SHOWN_OPEN,
      ROWS,
    ]);
  });
});
