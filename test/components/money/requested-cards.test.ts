import { createElement } from "react";
import { expect, it } from "vitest";
import { DatedSteps } from "#app/components/money/dated-steps.tsx";
import {
  type HomeRequest,
  RequestBand,
  requestedSteps,
  StillOpenCard,
  sentStep,
} from "#app/components/money/requested-cards.tsx";
import { leftCounts } from "#app/domain/index.ts";
import { homePage } from "#app/http/home-page.server.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { requestNow } from "#app/services/requests/request-now.server.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { textOf } from "../text-of.ts";

it.each([
  ["en", "Sun, Jun 21", "Not sent yet", "Thu, Jun 25", "Sent by you. Not confirmed by impact.com yet."],
  ["zh-CN", "6月21日（周日）", "尚未提交", "6月25日（周四）", "由您提交，impact.com 尚未确认"],
] as const)(
  "a request the merchant takes to impact.com is sent on the day they did, and not before (%s)",
  async (locale, made, unsent, day, sent) => {
    const { deps, shop, requestId, tell } = await aRequest({}, "assisted");
    const said = async () => {
      const home = await showHome({ shop }, deps);
      const now = await requestNow({ shop, requestId }, deps);
      if (!home || !now) throw new Error("the store has a request");
      const { request, today } = homePage(home, now, deps);
      if (!request) throw new Error("Home shows no request");
      const step = sentStep(request, today, translatorFor(locale));
      return textOf(createElement(DatedSteps, { steps: [step] }), locale);
    };
    expect(await said()).toContain(`|${made}|`);
    expect(await said()).toContain(unsent);
    deps.clock.set("2026-06-25T14:00:00Z");
    await tell("told-handed-over", { ticketNumber: "HD-10001" });
    deps.clock.set("2026-06-27T14:00:00Z");
    expect(await said()).toContain(`|${day}|`);
    expect(await said()).toContain(sent);
  },
);

const request: HomeRequest = {
  reference: "SET-7KQ2-M9XD",
  state: "sent",
  sentOn: "2026-07-02",
  isByHand: false,
  sentTo: "help-desk@sandbox.example",
  nextOn: "2026-07-08",
  overdueSince: null,
  earliest: null,
};
const daysWith = (earliest: string) =>
  requestedSteps(
    { request: { ...request, earliest }, standing: null, today: "2026-07-02" },
    translatorFor("en"),
  ).map(({ day }) => day);

it("what comes after a request stands by its day, whichever comes first", () => {
  expect(daysWith("2026-07-02")).toEqual(["Thu, Jul 2", "Thu, Jul 2", "by Wed, Jul 8"]);
  expect(daysWith("2026-07-20")).toEqual(["Thu, Jul 2", "by Wed, Jul 8", "Mon, Jul 20"]);
});

it.each([
  [
    "en",
    "Uninstalling Settled does not stop the request",
    "Uninstalling the app does not close your impact.com account",
  ],
  ["zh-CN", "卸载 Settled 不会停止申请", "卸载应用不会关闭您的 impact.com 账户"],
] as const)("a request that impact.com did not accept is not said to go on (%s)", (locale, goesOn, open) => {
  const said = (state: HomeRequest["state"]) => textOf(createElement(RequestBand, { state }), locale);
  expect(said("sent")).toContain(goesOn);
  expect(said("rejected")).not.toContain(goesOn);
  expect(said("rejected")).toContain(open);
});

// README's step 8: both contracts end today, the invoice is paid from the balance, and no action is pending.
it.each([
  ["en", "What impact.com asks for first", "Still open", "|None left|2 end on a known day|"],
  ["zh-CN", "impact.com 首先要求的事项", "尚未", "|没有剩余|2 份会在已知日期到期|"],
] as const)("nothing is called open where nothing is left (%s)", (locale, title, open, contracts) => {
  const contract = { id: "C-1", partner: "Peak Deals", status: "ACTIVE", endsOn: "2026-07-02" } as const;
  const account = anAccount({ contracts: [contract, { ...contract, id: "C-2" }], invoices: [], actions: [] });
  const left = leftCounts(account, { on: date("2026-07-02"), statement: true });
  const said = textOf(createElement(StillOpenCard, { left }), locale);
  expect(said).toContain(`|${title}|`);
  expect(said).toContain(contracts);
  expect(said.split("|").slice(1, 3).join()).not.toContain(open);
});

// Close account's row said it, and Home's card of the same things did not.
it.each([
  ["en", "1 paid from your balance (estimate), $75.00"],
  ["zh-CN", "1 个已从余额支付（估算），$75.00"],
] as const)(
  "what the balance paid of the actions is said where nothing else is left of them (%s)",
  (locale, paid) => {
    const said = (on: string) =>
      textOf(
        createElement(StillOpenCard, { left: leftCounts(anAccount(), { on: date(on), statement: true }) }),
        locale,
      );
    // S3: tracked on 30 May, locked and paid from the balance on 20 June.
    expect(said("2026-07-02")).toContain(`|${paid}|`);
    expect(said("2026-06-19")).not.toContain(paid);
  },
);
