import { expect, it } from "vitest";
import { type HomeRequest, requestedSteps } from "#app/components/money/requested-cards.tsx";
import { translatorFor } from "#app/messages/messages.server.ts";

const request: HomeRequest = {
  reference: "SET-7KQ2-M9XD",
  state: "sent",
  sentOn: "2026-07-02",
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
