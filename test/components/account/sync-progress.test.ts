import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import type { FailureView } from "#app/http/page-view.server.ts";
import { textOf } from "../text-of.ts";

const timeZone = "America/New_York";
const reading = { first: true, done: 3, planned: 11 };
/** A row that could not be taken ends the reading for this time. */
const stopped: FailureView = {
  resources: ["Actions"],
  failure: { outcome: "unexpected-answer", resource: "Actions", field: "Actions[].Amount" },
  lastSeen: null,
  nextTryAt: null,
};

describe("a first reading of the actions (fault 17)", () => {
  it.each([
    ["en", "|3 of 11 periods read. You can leave this page.|"],
    ["zh-CN", "|已读取 3 个时段，共 11 个。您可以离开此页面。|"],
  ] as const)("goes on, and says how far it is (%s)", (locale, progress) => {
    const sync = { ...reading, stopped: null };
    expect(textOf(createElement(SyncProgress, { sync, timeZone }), locale)).toContain(progress);
  });

  it.each([
    [
      "en",
      "|Settled stopped reading your actions|",
      "3 of 11 periods are read and saved. The rest is not known yet.",
      "You can leave this page",
    ],
    ["zh-CN", "|行动读取已停止|", "已读取并保存 3 个时段，共 11 个。其余未知。", "您可以离开此页面"],
  ] as const)("that has stopped is never said to go on (%s)", (locale, title, rest, goesOn) => {
    const sync = { ...reading, stopped };
    const alone = textOf(createElement(SyncProgress, { sync, timeZone }), locale);
    for (const part of [title, rest]) expect(alone).toContain(part);
    expect(alone).not.toContain(goesOn);
    // Where the page says why, it says how far beside it, and once.
    const why = textOf(createElement(ChecksFailed, { failures: [stopped], timeZone, sync }), locale);
    expect(why).toContain(rest);
    expect(textOf(createElement(SyncProgress, { sync, timeZone, hasReasons: true }), locale)).not.toMatch(
      /\d|\p{L}{3}/u,
    );
  });
});
