import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { openJsonFile } from "#sandbox/storage/open-json-file.ts";

const entry = z.object({
  id: z.uuid(),
  /** Sandbox time. */
  receivedAt: z.string(),
  /** Envelope sender and recipients: what the mail server was told, not what the headers say. */
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  messageId: z.string().nullable(),
  bytes: z.number(),
});
export type MailEntry = z.infer<typeof entry>;

export interface Mail {
  readonly entry: MailEntry;
  readonly raw: Buffer;
  readonly email: Email;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface MailStore {
  /** Stores a message as it came, then its index entry. Both are on disk when this resolves. */
  add(raw: Buffer, envelope: Envelope): Promise<Mail>;
  /** Newest first. */
  list(to?: string): readonly MailEntry[];
  open(id: string): Promise<Mail | undefined>;
  recipients(): readonly string[];
  reset(): void;
}

/** Raw messages in `<dataDir>/sandbox/mail/*.eml` with an index beside them. */
export function openMailStore(dataDir: string, clock: { now(): Temporal.Instant }): MailStore {
  const folder = join(dataDir, "sandbox", "mail");
  const index = openJsonFile(join(folder, "index.json"), z.array(entry), (): MailEntry[] => []);
  const file = (id: string) => join(folder, `${id}.eml`);

  return {
    async add(raw, envelope) {
      const email = await PostalMime.parse(raw);
      const added: MailEntry = {
        id: randomUUID(),
        receivedAt: clock.now().toString(),
        from: envelope.from,
        to: envelope.to.map((address) => address.toLowerCase()),
        subject: email.subject ?? "",
        messageId: email.messageId ?? null,
        bytes: raw.length,
      };
      mkdirSync(folder, { recursive: true });
      writeFileSync(file(added.id), raw);
      index.change((entries) => entries.push(added));
      return { entry: added, raw, email };
    },
    list: (to) => index.value.filter((e) => !to || e.to.includes(to.toLowerCase())).reverse(),
    async open(id) {
      const found = index.value.find((e) => e.id === id);
      if (!found) return undefined;
      const raw = readFileSync(file(id));
      return { entry: found, raw, email: await PostalMime.parse(raw) };
    },
    recipients: () => [...new Set(index.value.flatMap((e) => e.to))].sort(),
    reset() {
      rmSync(folder, { recursive: true, force: true });
      index.reset();
    },
  };
}
