import { z } from "zod";
import type { Operation } from "./openapi.ts";

/**
 * The contract with impact.com's API as far as Settled uses it, in this project's own words: addresses, parameters, the
 * fields that are read with their types, and which of them must be there. Written from impact.com's documents of
 * November 2026 (Brand API v14, Partner API v16, Agency API v3); where those lie at hand, they are tested too.
 */

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([.]\d+)?(Z|[+-]\d{2}:\d{2})$/);
/** A moment in an answer; empty where there is none. */
const momentOrEmpty = z.union([moment, z.literal(""), z.null()]);
const text = z.string().min(1);
/** Ids are numbers in some documents and text in others. */
const id = z.union([text, z.number().int()]);
const number = z.number();
/** The Partner API writes amounts as text. */
const decimal = z.string().regex(/^-?\d+([.]\d+)?$/);
const wholeNumber = z.string().regex(/^\d+$/);

/** Lists come page by page; the numbers are text, and the addresses are empty where there is no such page. */
const paging = z.object({
  "@page": wholeNumber,
  "@numpages": wholeNumber,
  "@pagesize": wholeNumber,
  "@total": wholeNumber,
  "@nextpageuri": z.string(),
});
const listOf = (name: string, row: z.ZodType) => paging.extend({ [name]: z.array(row) }).loose();
/** The document of the invoices promises no paging fields. */
const plainListOf = (name: string, row: z.ZodType) => z.looseObject({ [name]: z.array(row) });

const company = z.looseObject({
  CompanyName: text,
  Currency: z.string().regex(/^[A-Z]{3}$/),
  Timezone: z.string(),
});
const action = (amount: z.ZodType) => ({
  Id: text,
  CampaignId: id,
  CampaignName: z.string(),
  State: z.enum(["PENDING", "APPROVED", "REVERSED"]),
  Amount: amount,
  Payout: amount,
  IntendedAmount: amount,
  IntendedPayout: amount,
  Currency: z.string().regex(/^[A-Z]{3}$/),
  EventDate: moment,
  LockingDate: momentOrEmpty,
  ClearedDate: momentOrEmpty,
});
const update = z.looseObject({ Id: text, ActionId: text, UpdateDate: moment });
const invoice = (amount: z.ZodType) =>
  z.looseObject({
    Id: text,
    Currency: z.string(),
    TotalAmount: amount,
    LineItems: z
      .array(
        z.looseObject({
          Status: z.enum(["PENDING", "OVERDUE", "PAID"]),
          DueDate: momentOrEmpty,
          PaidDate: momentOrEmpty,
        }),
      )
      .min(1),
  });
const STATUSES = ["PENDING", "UPCOMING", "ACTIVE", "EXPIRED", "DECLINED"] as const;

/** Both ends of a span are given together; without one the API looks seven days back. */
const actionQuery = {
  CampaignId: text,
  ActionDateStart: moment,
  ActionDateEnd: moment,
  LockingDateStart: moment,
  LockingDateEnd: moment,
  StartDate: moment,
  EndDate: moment,
  State: z.enum(["PENDING", "APPROVED", "REVERSED"]),
};
const status = { Status: z.enum(STATUSES) };

type Given = { query?: Record<string, z.ZodType>; required?: string[]; answer: z.ZodType };

const operation = (template: string, { query = {}, required = [], answer }: Given): Operation => ({
  template,
  pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  query: new Map(Object.entries(query)),
  required,
  answer,
});

export const OWN_WORDS: Record<"brand" | "partner" | "agency", Operation[]> = {
  brand: [
    operation("/Advertisers/{SID}/CompanyInformation", { answer: company }),
    operation("/Advertisers/{SID}/Campaigns", {
      answer: listOf("Campaigns", z.looseObject({ Id: id, Name: text, State: text })),
    }),
    operation("/Advertisers/{SID}/Campaigns/{id}/Contracts", {
      query: status,
      answer: listOf(
        "Contracts",
        z.looseObject({ Id: text, PartnerId: id, Status: z.enum(STATUSES), EndDate: momentOrEmpty }),
      ),
    }),
    operation("/Advertisers/{SID}/Actions", {
      query: actionQuery,
      required: ["CampaignId"],
      answer: listOf(
        "Actions",
        z.looseObject({ ...action(number), MediaPartnerId: id, MediaPartnerName: z.string() }),
      ),
    }),
    operation("/Advertisers/{SID}/ActionUpdates", {
      query: actionQuery,
      required: ["CampaignId"],
      answer: listOf("ActionUpdates", update),
    }),
    operation("/Advertisers/{SID}/Invoices", { answer: plainListOf("Invoices", invoice(number)) }),
    operation("/Advertisers/{SID}/Catalogs", {
      answer: listOf(
        "Catalogs",
        z.looseObject({
          Id: id,
          Name: text,
          Status: z.enum(["ACTIVE", "PENDING", "CLOSED", "DEACTIVATED"]),
        }),
      ),
    }),
  ],
  partner: [
    operation("/Mediapartners/{SID}/CompanyInformation", { answer: company }),
    operation("/Mediapartners/{SID}/Contracts", {
      query: status,
      answer: listOf(
        "Contracts",
        z.looseObject({
          ...{ Id: text, CampaignId: id, StartDate: momentOrEmpty, EndDate: momentOrEmpty },
          Status: z.enum([...STATUSES, "TERMINATED"]),
        }),
      ),
    }),
    operation("/Mediapartners/{SID}/Actions", {
      query: actionQuery,
      answer: listOf("Actions", z.looseObject(action(decimal))),
    }),
    operation("/Mediapartners/{SID}/ActionUpdates", {
      query: actionQuery,
      answer: listOf("ActionUpdates", update),
    }),
    operation("/Mediapartners/{SID}/Invoices", { answer: plainListOf("Invoices", invoice(decimal)) }),
    operation("/Mediapartners/{SID}/WithdrawalSettings", {
      answer: z.looseObject({
        PaymentMethod: z.enum(["BANK_TRANSFER", "PAYPAL"]),
        PaymentSchedulingType: z.enum(["BALANCE_THRESHOLD", "FIXED_DAY"]),
        PaymentThreshold: z.string(),
        PaymentDay: z.string(),
      }),
    }),
  ],
  agency: [
    operation("/Agencies/{SID}/CompanyInformation", { answer: company }),
    // The document shows a bare list, without paging fields.
    operation("/Agencies/{SID}/Advertisers", {
      answer: z.array(
        z.looseObject({
          ...{ Id: text, Name: text, State: z.enum(["ACTIVE", "DELINQUENT"]) },
          ...{ Currency: z.string(), Timezone: z.string(), DateCreated: momentOrEmpty },
        }),
      ),
    }),
  ],
};

/** Where the PDF of an invoice lies, and what it is. */
export const OWN_PDF = { template: "/Advertisers/{SID}/Invoices/{Id}/Download", type: "application/pdf" };
