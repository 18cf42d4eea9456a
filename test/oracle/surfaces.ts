import { Temporal } from "temporal-polyfill";
import { renderText } from "#app/adapters/mail/render-text.ts";
import {
  closureReport,
  parseAccountFile,
  type StandingReport,
  statementReport,
  summariseActions,
  toDate,
  type WholeAccount,
} from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ImpactResource } from "#app/ports/index.ts";
import type { AccountView } from "#app/services/account/load-account.server.ts";
import { standingOf } from "#app/services/account/standing-of.ts";
import { closingOf } from "#app/services/closing/closing-path.ts";
import { composeTicket } from "#app/services/drafts/compose-ticket.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { warningFacts } from "#app/services/uninstall/warning-facts.ts";
import { aShop } from "#test/factories/rows.ts";
import { closureCommand } from "../../cli/commands/closure.ts";
import { previewCommand } from "../../cli/commands/preview.ts";
import { inWords } from "../../cli/words.ts";
import type { Case } from "./accounts.ts";

const SHOP = aShop({ shop: "oracle.myshopify.com" });
const RESOURCES: ImpactResource[] = ["Campaigns", "Contracts", "Actions", "Invoices", "Catalogs"];
const links = { finish: "https://settled.example/l/a.b", stop: "https://settled.example/stop/a.b" };
const settings = {
  appUrl: "https://settled.example",
  operator: {
    name: "Operator",
    address: "1 Road, Town",
    email: "help@settled.example",
    mailFrom: "x@settled.example",
  },
};
/** How far ahead the ledger page looks. */
const DAYS_AHEAD = 45;

export type Surfaces = ReturnType<typeof surfacesOf>;

/** Everything that speaks of one account on one day, each made as the app makes it. */
export function surfacesOf({ file, on: iso }: Case) {
  const parsed = parseAccountFile(file);
  if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
  const { account } = parsed;
  const on = Temporal.PlainDate.from(iso);
  const view = viewOf(account, on, file.trialEndsOn);
  const closing = closingOf(view);
  const standing = standingOf(view);
  if (!closing.closure || !standing) throw new Error("a brand's account with its key facts has both");
  const ledger = statementReport(account, {
    from: Temporal.PlainDate.from(file.signedUpOn),
    to: on.add({ days: DAYS_AHEAD }),
    on,
    everyDay: false,
  });
  const mail = warningFacts(SHOP, view, {
    usedElsewhere: false,
    dataKept: false,
    closing: null,
    request: null,
  });
  const ticket = (locale: Locale) =>
    composeTicket({ ...closing, view, reason: null, locale, choices: { wantedOn: null, claimRefund: true } });
  return {
    file,
    on,
    account,
    standing,
    ledger,
    closure: closing.closure,
    /** Of the account by its own edition, whatever path the merchant is on. */
    asRead: closureReport(account, { on }),
    tasks: closing.tasks,
    route: closing.closingPath.route,
    mail,
    mailText: (locale: Locale) => textOf(warningText(mail, locale, links, settings)),
    /** Its part in that language: in every language but English it comes second. */
    ticket: (locale: Locale) => ticket(locale).body.split("\n---\n").at(-1) ?? "",
    command: {
      preview: reportOf(previewCommand.make(account, { on: iso })),
      closure: reportOf(closureCommand.make(account, { on: iso })),
    },
    words: (locale: Locale) => translatorFor(locale),
  };
}

/** The mail as a program without pictures shows it. */
const textOf = ({ subject, blocks }: ReturnType<typeof warningText>): string =>
  `${subject}\n${renderText(blocks)}`;

/** The parts of the command's reports that are compared. */
type Printed = {
  firstFee: { expected: string };
  standing: StandingReport;
  earliestClosing: { date: string | null };
};

/** What the command prints, as it prints it. */
const reportOf = (made: ReturnType<typeof previewCommand.make>) => {
  if (made.outcome === "refused") throw new Error(made.problems.join());
  return { report: made.report as unknown as Printed, text: JSON.stringify(inWords(made.report)) };
};

/** A connected store all of whose lists were read a moment ago; in figures its actions are one by one. */
function viewOf(whole: WholeAccount, on: Temporal.PlainDate, trialEndsOn: string | null): AccountView {
  const checkedAt = on.toZonedDateTime({ timeZone: whole.timeZone, plainTime: "09:00" }).toInstant();
  return {
    shop: SHOP,
    kind: "brand",
    partner: null,
    agency: null,
    connection: { accountSid: "IRoracleSid00001", companyName: "Acme", live: true },
    today: on,
    timeZone: whole.timeZone,
    currency: whole.currency,
    facts: {
      edition: whole.edition,
      signedUpOn: toDate(whole.signedUpOn).toString(),
      ...(trialEndsOn && { trialEndsOn }),
    },
    otherAccount: null,
    statedAt: {},
    snapshots: RESOURCES.map((resource) => ({
      resource,
      body: [],
      checkedAt,
      triedAt: checkedAt,
      failure: null,
    })),
    checkedAt,
    stale: false,
    state: "open",
    unread: [],
    sync: null,
    assembled: {
      outcome: "ready",
      account: whole,
      totals: whole.actions && summariseActions(whole.actions),
      signedUpOn: toDate(whole.signedUpOn),
      stored: null,
    },
  };
}
