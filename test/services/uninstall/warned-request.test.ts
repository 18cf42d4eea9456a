import { describe, expect, it } from "vitest";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import { aRequest } from "../requests/a-request.ts";
import { aLeftStore } from "./a-left-store.ts";

/** A store whose request the help desk took on Sunday, 21 June 2026; `warned` is what its warning would say of it now. */
async function aWarned() {
  const request = await aRequest();
  const { deps, shop, reference } = request;
  const warned = async () => (await showChoices({ shop }, deps))?.warning;
  return { ...request, warned, reference };
}

describe("what the warning says of a closing request", () => {
  it("names it with the day its answer is awaited by", async () => {
    const { reference, warned } = await aWarned();
    // Three business days after that Sunday.
    expect((await warned())?.request).toEqual({ reference, standing: "sent", answerBy: "2026-06-24" });
  });

  it("is that nobody has it once the desk put the ticket away", async () => {
    const { deps, round, warned } = await aWarned();
    deps.helpDesk.status = { outcome: "read", status: "open", said: "2", saidAt: null };
    await round("2026-06-22T15:00:00Z");
    expect((await warned())?.request?.standing).toBe("acknowledged");
    deps.helpDesk.status = { outcome: "read", status: "put-away", said: "spam", saidAt: null };
    await round("2026-06-23T15:00:00Z");
    expect((await warned())?.request?.standing).toBe("sent");
  });

  it("is that it was rejected, with no day to wait for", async () => {
    const { tell, reference, warned } = await aWarned();
    await tell("told-rejected");
    expect((await warned())?.request).toEqual({ reference, standing: "rejected", answerBy: null });
  });

  it("is the closing alone once one was noted, with impact.com's words or without", async () => {
    const proved = await aWarned();
    await proved.tell("told-closed");
    const closing = { reference: proved.reference, at: "2026-06-21T09:00:00Z", stillOpenAt: null };
    expect(await proved.warned()).toMatchObject({
      variant: "closed",
      request: null,
      earliest: null,
      closing: { ...closing, isProved: true },
      nextFee: null,
      minimum: null,
    });

    const told = await aWarned();
    await told.tell("told-closed", { statement: "They told me by phone." });
    expect(await told.warned()).toMatchObject({
      variant: "open",
      request: null,
      closing: { reference: told.reference, isProved: false },
    });
  });

  it("is nothing where nobody asked for a closing", async () => {
    const { deps, shop } = await aLeftStore({ shop: { uninstalledAt: null } });
    expect((await showChoices({ shop }, deps))?.warning).toMatchObject({ request: null, closing: null });
  });
});
