import { createHash } from "node:crypto";
import {
  chainedText,
  PACK_FILES,
  type PackManifest,
  packRules,
  type SetAsideRow,
  sha256Sums,
} from "#app/domain/index.ts";
import { type Locale, nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRequestEvent, ClosingRequestRow } from "#app/ports/index.ts";
import { type ZipPiece, zipStream } from "#app/services/exports/zip-stream.ts";
import { accountFileText } from "../account/account-file-text.ts";
import { actionPages } from "../account/action-pages.server.ts";
import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import { setAsideRows } from "../account/unread-rows.ts";
import type { Deps } from "../deps.ts";
import { invoiceMembers } from "./invoice-members.server.ts";
import { mailMembers } from "./mail-members.ts";
import { bytesOf, digestOf, hashOf, type PackMember, pretty, textMember } from "./pack-member.ts";
import { receiptPdf } from "./receipt-pdf.server.ts";

/** `fingerprint` is the SHA-256 of the manifest: whoever keeps it apart can tell any later change of the pack. */
export type EvidencePack = { fileName: string; zip: AsyncIterable<Uint8Array>; fingerprint: string };

type PackDeps = Pick<
  Deps,
  "db" | "clock" | "settings" | "pdf" | "packScript" | "reckoner" | "impact" | "seal"
>;

/**
 * Everything that backs one closing request, in a form that `settled verify` can check. The zip is made while it is
 * read; memory holds one piece of it. Null for no such request.
 */
export async function buildPack(
  input: { shop: string; reference: string },
  deps: PackDeps,
): Promise<EvidencePack | null> {
  const request = await deps.db.closingRequests.findByReference(input.shop, input.reference);
  const view = request && (await loadAccount({ shop: input.shop }, deps));
  if (!request || !view) return null;
  const members = await membersOf(request, view, deps);
  const files: PackManifest["files"] = [];
  for (const member of members) files.push(await digestOf(member));
  const manifest: PackManifest = {
    version: 1,
    reference: request.reference,
    packedAt: deps.clock.now().toString(),
    on: view.today.toString(),
    files,
  };
  const manifestText = pretty(manifest);
  return {
    fileName: `${request.reference}.zip`,
    zip: zipStream(piecesOf(members, manifest, manifestText)),
    fingerprint: hashOf(manifestText),
  };
}

/** What goes into the zip must be what the manifest says: a pack whose rows changed in between must not leave. */
async function* piecesOf(
  members: PackMember[],
  manifest: PackManifest,
  manifestText: string,
): AsyncGenerator<ZipPiece> {
  for (const [index, { name, read, stored }] of members.entries()) {
    const hash = createHash("sha256");
    for await (const bytes of read()) {
      hash.update(bytes);
      yield { name, bytes, ...(stored && { stored }) };
    }
    if (hash.digest("hex") !== manifest.files[index]?.sha256)
      throw new Error(`${name} changed while it was packed.`);
  }
  yield { name: PACK_FILES.manifest, bytes: bytesOf(manifestText) };
  yield { name: PACK_FILES.sums, bytes: bytesOf(sha256Sums(manifest, hashOf(manifestText))) };
}

async function membersOf(
  request: ClosingRequestRow,
  view: AccountView,
  deps: PackDeps,
): Promise<PackMember[]> {
  const { shop, id, reference } = request;
  const events = await deps.db.closingRequests.events(shop, id);
  const ticket = await deps.db.tickets.findByRequest(shop, id);
  const locale = nearestLocale(view.shop.locale);
  const receipt = await receiptPdf({ shop, reference, locale }, deps);
  const connection = await deps.db.connections.find(shop);
  const subject = ticket?.content.subject ?? request.subject;
  return [
    textMember("README.txt", readme(reference, view)),
    textMember(PACK_FILES.script, await deps.packScript()),
    textMember("ticket.txt", `${subject}\n\n${ticket?.content.body ?? request.body}\n`),
    ...(receipt ? [{ name: PACK_FILES.receipt, stored: true, read: () => [receipt.bytes] }] : []),
    textMember(PACK_FILES.history, historyLines(events)),
    ...(await figures(
      view,
      await setAsideRows(connection && { shop, accountSid: connection.accountSid }, deps),
      deps,
    )),
    ...snapshots(view),
    ...mailMembers(ticket, await deps.db.mails.ofRequest(shop, id)),
    ...(await invoiceMembers(connection, deps)),
  ];
}

/** The account file and the report made from it; nothing while too little is known of the account. */
async function figures(
  { assembled, today }: AccountView,
  setAside: readonly SetAsideRow[],
  deps: PackDeps,
): Promise<PackMember[]> {
  if (assembled.outcome !== "ready") return [];
  const { account, stored, totals } = assembled;
  const report = await deps.reckoner.closure(account, today);
  const pages = () => stored && totals && actionPages(stored, totals, deps);
  return [
    { name: PACK_FILES.account, read: () => accountFileText({ ...account, setAside }, pages()) },
    textMember(PACK_FILES.closure, pretty(report)),
    textMember(PACK_FILES.rules, pretty(packRules(account.edition, report.earliestClosing.date))),
  ];
}

/** What impact.com said last about each resource, with the time it said so. */
const snapshots = (view: AccountView): PackMember[] =>
  view.snapshots.map(({ resource, body, checkedAt, triedAt, failure }) =>
    textMember(
      `snapshots/${resource}.json`,
      pretty({ checkedAt: checkedAt?.toString() ?? null, triedAt: triedAt.toString(), failure, body }),
    ),
  );

function historyLines(events: ClosingRequestEvent[]): string {
  let previous = "";
  return events
    .map(({ at, ...event }) => {
      const row = { ...event, at: at.toString() };
      const hash = hashOf(chainedText(previous, row));
      const line = `${JSON.stringify({ row, previous, hash })}\n`;
      previous = hash;
      return line;
    })
    .join("");
}

function readme(reference: string, { shop, unread }: AccountView): string {
  const count = unread.reduce((all, list) => all + list.count, 0);
  const textIn = (locale: Locale): string => {
    const { t } = translatorFor(locale);
    const readme = t("pack.readme", { reference });
    return count === 0 ? `${readme}\n` : `${readme}\n\n${t("pack.unread", { count })}\n`;
  };
  const locale = nearestLocale(shop.locale);
  return locale === "en" ? textIn("en") : `${textIn("en")}\n${textIn(locale)}`;
}
