import { contractsRunning, isUnderWay, phaseOf } from "#app/domain/index.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";

/** What holds on the day the app is removed: whether the account is closed, what goes on, and what is sent already. */
export async function showBeforeUninstall({ shop }: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const closing = await showClosing({ shop }, deps);
  if (!closing) return null;
  const { view, noted, request, standing, closure, clock, figures } = closing;
  const contracts = figures().counts?.contracts ?? null;
  return {
    closed: view.state === "closed" || noted?.isProved === true,
    /** Noted, but without a word of impact.com's: what goes on is said all the same. */
    unproved: view.state !== "closed" && noted?.isProved === false,
    goesOn: view.otherAccount ?? view.kind,
    email: view.shop.contactEmail,
    mailStoppedAt: view.shop.mailStoppedAt?.toString() ?? null,
    timeZone: view.timeZone,
    today: view.today.toString(),
    standing,
    earliest: closure?.earliestClosing.date ?? null,
    /** Contracts that run on whatever becomes of the app; null where they are not known. */
    contracts: contracts && contractsRunning(contracts),
    request:
      request && isUnderWay(request.state)
        ? { reference: request.reference, phase: phaseOf(request.state), nextOn: clock?.nextOn ?? null }
        : null,
  };
}

export type BeforeUninstallView = NonNullable<Awaited<ReturnType<typeof showBeforeUninstall>>>;
