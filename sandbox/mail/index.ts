import express, { type Router } from "express";
import type { Temporal } from "temporal-polyfill";
import type { SandboxSettings } from "#sandbox/config.ts";
import type { Faults } from "./faults.ts";
import { mailboxRouter } from "./router.ts";
import { startSmtp } from "./smtp.ts";
import { type Mail, type MailStore, openMailStore } from "./store.ts";

export interface Mailbox {
  readonly router: Router;
  readonly smtpPort: number;
  readonly store: MailStore;
  /** Called for every stored mail before the sender hears that it was taken. */
  onMail(listener: (mail: Mail) => void): void;
  stop(): Promise<void>;
  reset(): void;
}

/** A mail server that keeps everything it gets, and the pages to read it. Throws PortTaken. */
export async function createMailbox({
  settings,
  clock,
}: {
  readonly settings: Pick<SandboxSettings, "dataDir" | "smtpPort">;
  readonly clock: { now(): Temporal.Instant };
}): Promise<Mailbox> {
  const store = openMailStore(settings.dataDir, clock);
  const faults: Faults = { mode: "none" };
  const listeners: ((mail: Mail) => void)[] = [];
  const smtp = await startSmtp(settings.smtpPort, faults, async (raw, envelope) => {
    const mail = await store.add(raw, envelope);
    for (const listener of listeners) listener(mail);
  });
  const router = express.Router();
  router.use("/mailbox", mailboxRouter({ store, faults, clock }));
  return {
    router,
    smtpPort: smtp.port,
    store,
    onMail: (listener) => void listeners.push(listener),
    stop: smtp.stop,
    reset() {
      faults.mode = "none";
      store.reset();
    },
  };
}
