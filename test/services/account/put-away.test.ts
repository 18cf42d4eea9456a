import { describe, expect, it } from "vitest";
import { sentLead } from "#app/components/closing/sent-facts.ts";
import { homeTitle } from "#app/components/money/home-title.ts";
import { closingPage } from "#app/http/closing-page.server.ts";
import { homePage } from "#app/http/home-page.server.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { requestNow } from "#app/services/requests/request-now.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { aRequest } from "../requests/a-request.ts";

describe("a ticket that the desk opened and then put away", () => {
  it.each([
    ["en", "impact.com may not see your request", "Put away", "impact.com has your closing request"],
    ["zh-CN", "impact.com 可能看不到您的申请", "已归档", "impact.com 已收到您的关闭申请"],
  ] as const)(
    "is nobody's on Home, Close account, the page after an uninstall and in its mail (%s)",
    async (locale, head, badge, has) => {
      const { deps, shop, requestId, round, deliver } = await aRequest({ locale });
      deps.helpDesk.status = { outcome: "read", status: "open", said: "2", saidAt: null };
      await round("2026-06-22T15:00:00Z");
      deps.helpDesk.status = { outcome: "read", status: "put-away", said: "spam", saidAt: null };
      await round("2026-06-23T15:00:00Z");
      const words = translatorFor(locale);
      const [home, closing] = [await showHome({ shop }, deps), await showClosing({ shop }, deps)];
      if (!home || !closing) throw new Error("the store was never seen");
      const page = homePage(home, await requestNow({ shop, requestId }, deps), deps);
      expect(homeTitle(page, words)).toBe(head);
      const view = closingPage(closing, deps, { answerDays: 2, scenario: null });
      if (!view.request) throw new Error("Close account shows no request");
      expect(sentLead(view.request, view.today, words)).toMatchObject({
        value: { text: badge },
        notes: [words.t("receipt.state.put-away")],
      });
      expect((await showExit({ shop }, deps))?.request?.isPutAway).toBe(true);
      deps.access.answer = "gone";
      await handleUninstall({ shop, triggeredAt: deps.clock.now() }, deps);
      const mail = (await deliver()).at(-1);
      expect(JSON.stringify(mail?.body)).not.toContain(has);
    },
  );
});
