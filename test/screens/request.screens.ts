import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "#test/browser/support/admin.ts";
import { connected, STORY_FACTS } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { moveClockTo, submit, ticketsOf } from "#test/browser/support/sandbox-calls.ts";
import { areAsked, pictures, type Screen } from "./support/pictures.ts";

let admin: Admin;
let place = "";

const t: Admin["words"]["t"] = (id, values) => admin.words.t(id, values);
const around = (state: string, home: string): Screen[] => [
  { name: `request-${state}`, path: place },
  { name: home, path: "" },
  { name: `close-${state}`, path: "/close" },
  { name: `before-${state}`, path: "/before-uninstall" },
];

const STATES = [
  ["sent", "home-e-requested"],
  ["put-away", "home-e-put-away"],
  ["needs", "home-e-needs"],
  ["closed", "home-g-closed"],
  ["charged-again", "home-g-charged-again"],
] as const;
const CONTRADICTED: Screen[] = [{ name: "home-g-contradicted", path: "" }];
const ALL = [...CONTRADICTED, ...STATES.flatMap(([state, home]) => around(state, home))];

/** Chooses what has happened, fills in the evidence and adds it. */
async function note(choice: string, evidence: Record<string, string> = {}): Promise<void> {
  await admin.open(place);
  const answer = admin.app.getByRole("button", { name: choice, exact: true });
  if ((await answer.getAttribute("aria-expanded")) === "false") await answer.click();
  for (const [label, text] of Object.entries(evidence)) await admin.app.getByLabel(label).fill(text);
  await admin.button(t("move.submit")).click();
}

// One request from sending to a charge after its closing: each state builds on the one before.
describe.runIf(areAsked(ALL))("screens of a closing request", () => {
  const demo = demoForFile({ channel: "freshdesk" });
  beforeAll(async () => {
    await moveClockTo(demo, "2026-07-02");
    admin = await Admin.enter(demo, "acme-outdoor", "en");
    await connected(admin, "story", STORY_FACTS);
  });

  it("sent", async () => {
    await admin.open("/close/review");
    await admin.button(t("review.submit")).click();
    await admin.app.getByText(t("receipt.event.channel-accepted", { to: "Freshdesk" })).waitFor();
    const [ticket] = await ticketsOf(demo);
    place = `/close/requests/${ticket?.subject.match(/SET-[\w-]+/)?.[0]}`;
    await pictures(admin, around("sent", "home-e-requested"));
  });

  it("put away", async () => {
    const [ticket] = await ticketsOf(demo);
    const putAway = (as: string) => submit(demo, `/help-desk/tickets/${ticket?.number}/put-away`, { as });
    const asked = admin.button(t("receipt.askDesk"));
    await submit(demo, `/help-desk/tickets/${ticket?.number}/acknowledge`, {});
    await admin.open(place);
    await asked.click();
    await admin.app.getByText(t("receipt.state.acknowledged")).waitFor();
    await putAway("spam");
    await asked.click();
    await admin.app.getByText(t("receipt.askDesk.put-away")).first().waitFor();
    await pictures(admin, around("put-away", "home-e-put-away"));
    await putAway("none");
    await admin.open(place);
    await asked.click();
    await admin.app.getByText(t("receipt.askDesk.put-away")).first().waitFor({ state: "detached" });
  });

  it("needs something", async () => {
    const [ticket] = await ticketsOf(demo);
    await submit(demo, `/help-desk/tickets/${ticket?.number}/ask`, { text: "The form, please." });
    await admin.open(place);
    await admin.moveClock("day");
    const waits = admin.app.getByText(t("receipt.state.needs-something"), { exact: true });
    // Whoever comes back after a day has the desk asked; the page opened after that says what it answered.
    await expect
      .poll(
        async () => {
          await admin.open(place);
          return waits.count();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await pictures(admin, around("needs", "home-e-needs"));
  });

  it("closed", async () => {
    await note(t("move.told-closed"), { [t("move.proof")]: "Your account was closed today." });
    await admin.app.getByText(t("receipt.state.closed"), { exact: true }).waitFor();
    // impact.com still shows the account as open at first.
    await pictures(admin, CONTRADICTED);
    await submit(demo, "/impact/accounts/story/close", {});
    await admin.open();
    await admin.button(t("freshness.again")).click();
    await admin.heading.filter({ hasText: t("overview.title.closed") }).waitFor();
    await pictures(admin, around("closed", "home-g-closed"));
  });

  it("charged again", async () => {
    await note(t("move.told-charged"));
    await admin.app.locator("h1").waitFor();
    await pictures(admin, around("charged-again", "home-g-charged-again"));
  });
});
