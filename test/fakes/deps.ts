import { closureReport, explainFigure } from "#app/domain/index.ts";
import type {
  AgencyApi,
  BrandApi,
  Clock,
  FlowOutcome,
  FlowTriggers,
  ImpactApi,
  Mail,
  Mailer,
  PartnerApi,
  PdfWriter,
  ReadFailure,
  Reckoner,
  Seal,
  SendOutcome,
  ShopAccess,
} from "#app/ports/index.ts";
import type { ServiceSettings } from "#app/services/deps.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { at } from "#test/factories/rows.ts";
import { createFakeHelpDesk } from "./help-desk.ts";
import { createFakeLimits } from "./limits.ts";
import { createFakeDeadJobs } from "./memory-alarm.ts";
import { createMemoryDatabase } from "./memory-database.ts";

/** A clock that stands still until it is set. */
export function createFakeClock(iso: string): Clock & { set(iso: string): void } {
  let now = at(iso);
  return {
    now: () => now,
    set: (next) => {
      now = at(next);
    },
  };
}

/** Takes mails, or answers as the test wants; `refuseWith` is what the server says of the content. */
export function createFakeMailer(): Mailer & {
  sent: Mail[];
  refuseWith: Error | null;
  answer: Exclude<SendOutcome, { outcome: "sent" }> | null;
} {
  const mailer = {
    sent: [] as Mail[],
    refuseWith: null as Error | null,
    answer: null as Exclude<SendOutcome, { outcome: "sent" }> | null,
    send: async (mail: Mail): Promise<SendOutcome> => {
      if (mailer.answer) return mailer.answer;
      if (mailer.refuseWith)
        return { outcome: "not-sent", step: "content", code: 451, reason: mailer.refuseWith.message };
      mailer.sent.push(mail);
      const extra = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return {
        outcome: "sent",
        headers: `To: ${mail.to}\r\nMessage-ID: ${mail.messageId}\r\n${extra.join("")}`,
      };
    },
  };
  return mailer;
}

/** Seals visibly, and opens only what was sealed for the same shop. */
export const fakeSeal: Seal = {
  seal: (shop, secret) => `sealed(${shop}|${secret})`,
  open: (shop, sealed) => {
    const prefix = `sealed(${shop}|`;
    if (!sealed.startsWith(prefix)) throw new Error("This sealed value belongs to another shop.");
    return sealed.slice(prefix.length, -1);
  },
};

/** Writes the document's words in place of a PDF. */
export const fakePdf: PdfWriter = {
  write: async (document) => Buffer.from(`%PDF-fake ${JSON.stringify(document)}`),
};

/** Reckons on the spot. */
export const fakeReckoner: Reckoner = {
  explain: async (account, asked) => explainFigure(account, asked),
  closure: async (account, on) => closureReport(account, { on }),
};

/** A brand's account, and what the other APIs of impact.com answer to its credentials. */
export type FakeImpact = ImpactApi &
  BrandApi & { partner: PartnerApi; agency: AgencyApi; fail: Partial<Record<keyof BrandApi, ReadFailure>> };

/** An impact.com account with nothing in it; `fail` makes single resources fail. */
export function createFakeImpact(): FakeImpact {
  const fail: FakeImpact["fail"] = {};
  const answer = async <T>(method: keyof BrandApi, value: T) =>
    fail[method] ?? { outcome: "read" as const, value };
  return {
    fail,
    // A copy with other methods answers with those.
    of(kind) {
      return { brand: this, partner: this.partner, agency: this.agency }[kind];
    },
    readCompany: () => answer("readCompany", { name: "Acme", currency: "USD", timeZone: "America/New_York" }),
    readPrograms: () => answer("readPrograms", [{ id: "1000", name: "Acme", state: "ACTIVE" }]),
    readContracts: () => answer("readContracts", []),
    readActionPages: () => answer("readActionPages", null),
    readReversalPages: () => answer("readReversalPages", null),
    readInvoices: () => answer("readInvoices", []),
    readCatalogs: () => answer("readCatalogs", []),
    partner: refusingPartner,
    agency: refusingAgency,
    readInvoicePdf: (_who, id) => answer("readInvoicePdf", Buffer.from(`%PDF-1.7 invoice ${id}`)),
  };
}

const refused = async () => ({ outcome: "unauthorized" as const });

/** The fake account is a brand's: asked as another kind's, it refuses. Tests of those put their own in place. */
const refusingPartner: PartnerApi = {
  readCompany: refused,
  readPrograms: refused,
  readContracts: refused,
  readActionPages: refused,
  readReversalPages: refused,
  readInvoices: refused,
  readInvoicePdf: refused,
  readWithdrawalSettings: refused,
};
const refusingAgency: AgencyApi = { readCompany: refused, readAdvertisers: refused };

export const fakeSettings: ServiceSettings = {
  appUrl: "https://settled.example",
  impactAppUrl: "https://app.impact.test",
  secrets: deriveSecrets("a-link-secret-of-at-least-32-characters", []),
  channel: "smtp",
  supportAddress: "help-desk@impact.test",
  operator: {
    name: "Settled",
    address: "1 Example Street",
    mailFrom: "Settled <notices@settled.example>",
  },
  alertAddress: "operator@settled.example",
};

/** Takes every trigger, or answers as the test wants. */
export function createFakeFlow(): FlowTriggers & {
  received: { shop: string; handle: string; payload: Record<string, string | number> }[];
  answer: FlowOutcome;
} {
  const flow = {
    received: [] as { shop: string; handle: string; payload: Record<string, string | number> }[],
    answer: { outcome: "received" } as FlowOutcome,
    receive: async (shop: string, handle: string, payload: Record<string, string | number>) => {
      if (flow.answer.outcome === "received") flow.received.push({ shop, handle, payload });
      return flow.answer;
    },
  };
  return flow;
}

/** Every dependency as a fake, on an empty memory database, on 21 June 2026. */
export function createFakeDeps() {
  const access: ShopAccess & { answer: Awaited<ReturnType<ShopAccess["probe"]>> } = {
    answer: "gone",
    probe: async () => access.answer,
  };
  return {
    db: createMemoryDatabase(),
    clock: createFakeClock("2026-06-21T09:00:00Z"),
    impact: createFakeImpact(),
    mailer: createFakeMailer(),
    pdf: fakePdf,
    reckoner: fakeReckoner,
    helpDesk: createFakeHelpDesk(),
    packScript: async () => "// The script of the pack.\n",
    log: { error: () => undefined, warn: () => undefined, info: () => undefined },
    seal: fakeSeal,
    access,
    staff: { nameOf: async () => "Alex Morgan" },
    flow: createFakeFlow(),
    uninstallFeed: null,
    limits: createFakeLimits(),
    deadJobs: createFakeDeadJobs(),
    settings: fakeSettings,
  };
}

export type FakeDeps = ReturnType<typeof createFakeDeps>;
