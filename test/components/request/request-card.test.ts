import { createElement } from "react";
import { expect, it } from "vitest";
import { RequestCard } from "#app/components/request/request-card.tsx";
import { textOf } from "../text-of.ts";

it.each([
  ["en", "Closed, as noted", "Closed. You added the confirmation."],
  ["zh-CN", "已关闭，依据记录", "已关闭（由您确认）"],
] as const)("a closing noted after a call is not called confirmed (%s)", (locale, noted, confirmed) => {
  const said = (isProved: boolean) =>
    textOf(createElement(RequestCard, { reference: "SET-7KQ2-M9XD", state: "closed", isProved }), locale);
  expect([said(false).includes(noted), said(false).includes(confirmed)]).toEqual([true, false]);
  expect([said(true).includes(noted), said(true).includes(confirmed)]).toEqual([false, true]);
});
