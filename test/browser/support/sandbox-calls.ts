import { expect } from "vitest";
import { z } from "zod";
import { LOCALES } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { STORE_EVENT_KINDS } from "#app/ports/index.ts";
import type { Demo } from "./demo.ts";

const mails = z.array(
  z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string().nullable() }),
);
const tickets = z.array(
  z.object({ number: z.string(), receivedCount: z.number(), subject: z.string(), text: z.string() }),
);

const triggers = z.array(z.object({ handle: z.string(), payload: z.record(z.string(), z.unknown()) }));

async function post(demo: Demo, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${demo.sandboxUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
  });
  if (response.status >= 400) throw new Error(`${path} answered ${response.status}.`);
}

async function read<T>(demo: Demo, path: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(await (await fetch(`${demo.sandboxUrl}${path}`)).json());
}

export type AccountKey = "story" | "busy";

/** Presses a button of a sandbox page. */
export async function submit(demo: Demo, path: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields);
  const response = await fetch(`${demo.sandboxUrl}${path}`, { method: "POST", body, redirect: "manual" });
  if (response.status >= 400) throw new Error(`${path} answered ${response.status}.`);
}

/** Makes impact.com's sandbox answer this account badly until the faults are cleared. */
export const setFault = (demo: Demo, account: AccountKey, kind: string, category = "all") =>
  post(demo, "/impact/faults", { account, kind, category });

/** Makes the mail server refuse, until it is set to "none". */
export const setMailFault = (demo: Demo, mode: string) => post(demo, "/mailbox/faults", { mode });

export const clearFaults = (demo: Demo, account: AccountKey) =>
  post(demo, "/impact/faults", { account, clear: true });

/** impact.com and the clock as on the first day; stores, mails and tickets stay. */
export async function startOver(demo: Demo): Promise<void> {
  await post(demo, "/impact/reset", {});
  await post(demo, "/clock", { by: "reset" });
}

/** The morning of an ISO day; the clock only moves forward. */
export const moveClockTo = (demo: Demo, day: string) => post(demo, "/clock", { to: day });

/** What the owner is told of who connected, chose or stopped something, in any language. */
const NEWS = new Set(
  LOCALES.flatMap((locale) =>
    STORE_EVENT_KINDS.map((kind) => translatorFor(locale).t(`mail.news.subject.${kind}`)),
  ),
);

/** Newest first, without the news of who did what: most stories are about the others. */
export const mailsTo = async (demo: Demo, to: string) =>
  (await allMailsTo(demo, to)).filter(({ subject }) => !NEWS.has(subject));

export const allMailsTo = (demo: Demo, to: string) =>
  read(demo, `/mailbox/messages.json?to=${encodeURIComponent(to)}`, mails);

/** Newest first. */
export const ticketsOf = (demo: Demo) => read(demo, "/help-desk/tickets.json", tickets);

/** The newest code mailed to an address, as soon as it is there. */
export async function mailedCode(demo: Demo, to: string, subject: string): Promise<string> {
  const newest = async () => {
    const mail = (await mailsTo(demo, to)).find((each) => each.subject === subject);
    return /^\d{6}$/m.exec(mail?.text ?? "")?.[0] ?? "";
  };
  await expect.poll(newest).not.toBe("");
  return newest();
}

/** What Shopify Flow got of a store, oldest first. */
export const flowTriggersOf = (demo: Demo, store: string) =>
  read(demo, `/store/${store}/flow-triggers.json`, triggers);
