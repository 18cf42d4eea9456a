import { createHash } from "node:crypto";
import { strToU8, type Zippable, zipSync } from "fflate";
import {
  chainedText,
  closureReport,
  PACK_FILES,
  type PackManifest,
  writeAccountFile,
} from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingEventRecord } from "#app/ports/index.ts";
import { loadWholeAccount, type WholeView } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";

/** `fingerprint` is the SHA-256 of the manifest: whoever keeps it apart can tell any later change of the pack. */
export type EvidencePack = { fileName: string; zip: Uint8Array; fingerprint: string };

/** Zip files know no time before 1980 and no zone; one fixed time keeps equal packs equal byte for byte. */
const ZIP_TIME = "1980-01-01T12:00:00";

/** Everything that backs one closing request, in a form that `settled verify` can check. Null for no such request. */
export async function buildPack(
  input: { shop: string; reference: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<EvidencePack | null> {
  const request = await deps.db.closings.findByReference(input.shop, input.reference);
  const view = request && (await loadWholeAccount({ shop: input.shop }, deps));
  if (!request || !view) return null;
  const events = await deps.db.closings.events(input.shop, request.id);
  const ticket = await deps.db.tickets.findByRequest(input.shop, request.id);
  const subject = ticket?.content.subject ?? request.subject;
  const texts: Record<string, string> = {
    "README.txt": readme(request.reference, view),
    "ticket.txt": `${subject}\n\n${request.body}\n`,
    [PACK_FILES.history]: historyLines(events),
    ...figures(view),
    ...snapshots(view),
  };
  const manifest: PackManifest = {
    version: 1,
    reference: request.reference,
    packedAt: deps.clock.now().toString(),
    on: view.today.toString(),
    files: Object.entries(texts).map(([name, text]) => ({
      name,
      sha256: hashOf(text),
      bytes: Buffer.byteLength(text),
    })),
  };
  const manifestText = pretty(manifest);
  const files: Zippable = Object.fromEntries(
    Object.entries({ ...texts, [PACK_FILES.manifest]: manifestText }).map(([name, text]) => [
      name,
      strToU8(text),
    ]),
  );
  return {
    fileName: `${request.reference}.zip`,
    zip: zipSync(files, { mtime: ZIP_TIME }),
    fingerprint: hashOf(manifestText),
  };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The account file and the report made from it; nothing while too little is known of the account. */
function figures({ reading, today }: WholeView): Record<string, string> {
  if (reading.outcome !== "ready") return {};
  return {
    [PACK_FILES.account]: pretty(writeAccountFile(reading.account)),
    [PACK_FILES.closure]: pretty(closureReport(reading.account, { on: today })),
  };
}

/** What impact.com said last about each resource, with the time it said so. */
const snapshots = (view: WholeView): Record<string, string> =>
  Object.fromEntries(
    view.snapshots.map(({ resource, body, checkedAt, triedAt, failure }) => [
      `snapshots/${resource}.json`,
      pretty({ checkedAt: checkedAt?.toString() ?? null, triedAt: triedAt.toString(), failure, body }),
    ]),
  );

function historyLines(events: ClosingEventRecord[]): string {
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

function readme(reference: string, { shop }: WholeView): string {
  const english = translatorFor("en").t("pack.readme", { reference });
  const locale = nearestLocale(shop.locale);
  return locale === "en"
    ? `${english}\n`
    : `${english}\n\n${translatorFor(locale).t("pack.readme", { reference })}\n`;
}
