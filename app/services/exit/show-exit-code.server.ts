import { Temporal } from "temporal-polyfill";
import type { ExitCodeRow } from "#app/ports/index.ts";
import { requestUnderWay } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { suppressionOf } from "../outbox/suppression.server.ts";
import { CODE_TRIES } from "./exit-code.ts";
import { isProved } from "./prove-visit.server.ts";

/** What a page says about the code; null when none is asked for. */
export type ExitCodeView = {
  /** Where it goes, with most of the name left out: the page may have been forwarded. Null without an address. */
  address: string | null;
  /** False when the mailbox refused our mails for good. */
  reachable: boolean;
  mail: CodeMail;
};

/**
 * What became of the mail with the code that may be entered now: `sent` means that a mail server took it; `late` that
 * none has, and we try on; `failed` that it will not go out. `none`: there is no such code.
 */
export type CodeMail = "none" | "sending" | "late" | "sent" | "failed";

/** Nothing is sent by us with "assisted", and nothing is left to send while a request is under way. */
export async function isHandOverCodeNeeded(
  shop: string,
  deps: Pick<Deps, "db" | "settings">,
): Promise<boolean> {
  return deps.settings.channel !== "assisted" && (await requestUnderWay(shop, deps.db)) === null;
}

/** Null in a visit that entered its code a short while ago. */
export async function showExitCode(
  { shop, visit }: { shop: string; visit: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<ExitCodeView | null> {
  if (await isProved({ shop, visit }, deps)) return null;
  const email = (await deps.db.shops.find(shop))?.contactEmail ?? null;
  const code = await deps.db.exitCodes.find(shop, visit);
  return {
    address: email && maskAddress(email),
    reachable: email !== null && (await suppressionOf(email, deps)) === null,
    mail: code && isOpen(code, deps.clock.now()) ? await mailOf(code, deps) : "none",
  };
}

const isOpen = ({ tries, expiresAt }: ExitCodeRow, now: Temporal.Instant): boolean =>
  tries < CODE_TRIES && Temporal.Instant.compare(now, expiresAt) < 0;

async function mailOf({ shop, mailId }: ExitCodeRow, { db }: Pick<Deps, "db">): Promise<CodeMail> {
  const mail = mailId === null ? null : await db.mails.findById(shop, mailId);
  if (!mail) return "sending";
  if (mail.state !== "pending") return mail.state === "sent" ? "sent" : "failed";
  return mail.attempts === 0 ? "sending" : "late";
}

/** `owner@acme.example` as `o…@acme.example`: enough for its owner, little for anybody else. */
function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}…${email.slice(at)}`;
}
