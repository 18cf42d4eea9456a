import { describe, expect, it } from "vitest";
import { readContent, readDraftForm, readShown } from "#app/http/read-draft-form.ts";
import { textHash } from "#app/services/drafts/text-hash.ts";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the draft form", () => {
  it("reads what was entered, with line ends of its own", () => {
    const fields = {
      intent: "save",
      saveKey: "k",
      seen: "3",
      body: "a\r\nb",
      reason: " x ",
      leaveOutRefund: "no",
    };
    expect(readDraftForm(form(fields))).toEqual({
      intent: "save",
      saveKey: "k",
      seen: 3,
      content: {
        subject: null,
        body: "a\nb",
        reason: "x",
        wantedOn: null,
        claimRefund: true,
        byHand: false,
      },
    });
  });

  it("takes a text that comes back as Settled wrote it for Settled's own", () => {
    const textHashes = { subjectMark: textHash("Close it"), bodyMark: textHash("a\nb\n") };
    expect(readContent(form({ subject: "Close it", body: "a\r\nb", ...textHashes }))).toMatchObject({
      subject: null,
      body: null,
    });
    expect(readContent(form({ subject: "Close it now", body: "a", ...textHashes }))).toMatchObject({
      subject: "Close it now",
      body: "a",
    });
  });

  it("says which choices its text was shown with, if it says any", () => {
    const shown = { bodyMark: "m", shownWantedOn: "2026-07-31", shownLeaveOutRefund: "yes" };
    expect(readShown(form(shown))).toEqual({
      choices: { wantedOn: "2026-07-31", claimRefund: false },
      bodyHash: "m",
    });
    expect(readShown(form({ wantedOn: "2026-07-31" }))).toBeNull();
  });

  it.each(["2026-02-30", "tomorrow", ""])("takes %j for no day", (wantedOn) => {
    expect(readContent(form({ wantedOn })).wantedOn).toBeNull();
  });

  it.each<Record<string, string>>([
    { intent: "save", seen: "1" },
    { intent: "save", saveKey: "k", seen: "-1" },
    { intent: "save", saveKey: "k".repeat(201), seen: "1" },
    { intent: "choose", asideId: "a", take: "both", seen: "1" },
    { intent: "choose", asideId: "a", seen: "1" },
  ])("refuses what no form of ours sends: %j", (fields) => {
    expect(readDraftForm(form(fields))).toBeNull();
  });
});
