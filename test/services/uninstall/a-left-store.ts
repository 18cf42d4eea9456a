import type { ChoiceName, ShopRow } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { aClosing, aClosingEvent, aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

export const choice = (name: ChoiceName, granted = true) => ({
  name,
  granted,
  decidedAt: at("2026-06-01T10:00:00Z"),
  decidedBy: "staff-1",
});

type Options = {
  choices?: ChoiceName[];
  signedUpOn?: string | null;
  shop?: Partial<ShopRow>;
  deps?: FakeDeps;
};

/** A connected store of S3's story that removed the app on 21 June 2026. */
export async function aLeftStore(options: Options = {}) {
  const deps = options.deps ?? createFakeDeps();
  const row = aShop({ uninstalledAt: at("2026-06-21T08:00:00Z"), ...options.shop });
  const { shop } = row;
  await deps.db.shops.save(row);
  const keeps = options.choices?.includes("keep-watching");
  const sealedToken = keeps ? deps.seal.seal(shop, "a-token") : null;
  await deps.db.connections.save(aConnection({ shop, sealedToken }));
  await deps.db.choices.save(
    shop,
    (options.choices ?? []).map((name) => choice(name)),
  );
  const signedUpOn = options.signedUpOn === undefined ? "2026-05-12" : options.signedUpOn;
  const fact = { name: "signedUpOn", value: signedUpOn, statedAt: row.installedAt, statedBy: "staff-1" };
  if (signedUpOn !== null) await deps.db.statedFacts.save(shop, [fact]);
  const mails = () => deps.db.rows().mails.filter((mail) => mail.shop === shop);
  return {
    deps,
    shop,
    row,
    mails,
    /** Runs the delivery of everything that waits. */
    deliver: async () => {
      for (const { id, state } of mails())
        if (state === "pending") await deliverMail({ shop, mailId: id }, deps);
    },
  };
}

/** The store's closing request, closed on 21 June 2026 by a note with this evidence. */
export async function isNotedClosed(
  { deps, shop }: { deps: FakeDeps; shop: string },
  evidence: Record<string, string> = { proof: "Your account has been closed." },
) {
  const request = aClosing({ shop, reference: "SET-7KQ2-M9XD" });
  await deps.db.closingRequests.open(request, aClosingEvent());
  const sent = { trigger: "told-handed-over", fromState: "ready", toState: "handed-over" } as const;
  const closed = { trigger: "told-closed", fromState: "handed-over", toState: "closed", evidence } as const;
  for (const step of [aClosingEvent({ ...sent, evidence: { ticketNumber: "4711" } }), aClosingEvent(closed)])
    if (!(await deps.db.closingRequests.move(shop, request.id, step))) throw new Error("It did not move.");
}

/** impact.com says of every program of the store that it is closed. */
export const saysClosed = ({ deps, shop }: { deps: FakeDeps; shop: string }) =>
  deps.db.snapshots.saveRead(
    shop,
    "Campaigns",
    [{ id: "1", name: "Acme", state: "CLOSED" }],
    deps.clock.now(),
  );

/** Every text of a sent mail, in reading order. */
export const textOf = (deps: FakeDeps, index = -1): string =>
  JSON.stringify(deps.mailer.sent.at(index)?.body);
