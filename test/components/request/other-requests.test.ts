import { createElement } from "react";
import { expect, it } from "vitest";
import { OtherRequests } from "#app/components/request/other-requests.tsx";
import { textOf } from "../text-of.ts";

// A request speaks of its own accounts: another account of the store is not closed by it (D21).
it.each([
  ["en", "impact.com account …0001"],
  ["zh-CN", "impact.com 账户 …0001"],
] as const)("names the account an earlier request was about, where it named one (%s)", (locale, account) => {
  const request = { reference: "SET-LZ7C-695R", state: "closed", at: "2026-07-02T13:01:00Z" } as const;
  const said = (accounts: string[]) =>
    textOf(
      createElement(OtherRequests, { requests: [{ ...request, accounts }], timeZone: "America/New_York" }),
      locale,
    );
  expect(said(["…0001"])).toContain(`|${account}|`);
  expect(said([])).not.toContain("impact.com");
});
