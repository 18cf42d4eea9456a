import { AppProvider } from "@shopify/polaris";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageNews } from "#app/components/account/page-news.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import type { OverdueReport } from "#app/domain/index.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import { seen as readable } from "#test/seen.ts";

const lastSeen = "2026-05-12T09:00:00Z";
const page: PageView = {
  kind: "brand",
  otherAccount: null,
  timeZone: "America/New_York",
  currency: "USD",
  freshness: {
    connected: true,
    checkedAt: lastSeen,
    stale: false,
    refused: true,
    isSyncing: false,
    timeZone: "America/New_York",
  },
  failures: [{ resources: ["Contracts"], failure: { outcome: "unauthorized" }, lastSeen, nextTryAt: null }],
  sync: null,
  unread: [{ resource: "Invoices", count: 2, all: 10 }],
  assembled: { outcome: "ready" },
};
const late = {
  state: "overdue",
  amount: "984.00",
  invoices: 3,
  since: "2026-02-16",
  days: 85,
  suspensionFrom: "2026-04-18",
} as const;
const overdue: OverdueReport = { asOf: "2026-05-12", currency: "USD", overdue: late };

/** The titles of what is seen at once, and of what waits behind the line. */
function news(props: Parameters<typeof PageNews>[0]) {
  const children = createElement(PageNews, props);
  const inside = createElement(TranslatorProvider, { locale: "en", children });
  const link = ({ url, external: _, ...rest }: { url: string; external?: boolean }) =>
    createElement("a", { ...rest, href: url });
  const html = renderToStaticMarkup(
    createElement(AppProvider, { i18n: {}, linkComponent: link as never }, inside),
  );
  const [seen = "", waiting = ""] = html.split("<details");
  const titles = (part: string) =>
    [...part.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title = ""]) => readable(title));
  return { seen: titles(seen), waiting: titles(waiting), line: /<summary>([^<]*)</.exec(waiting)?.[1] };
}

describe("what is news on a page", () => {
  it("is the most severe alone; the others wait behind one line", () => {
    expect(news({ page, overdue })).toEqual({
      seen: ["$984.00 overdue, the oldest of 3 invoices since Mon, Feb 16, 2026"],
      waiting: ["impact.com rejected your token", "Some rows could not be read"],
      line: "2 more notices",
    });
  });

  it("is the next where the page knows nothing worse", () => {
    expect(news({ page }).seen).toEqual(["impact.com rejected your token"]);
    const late = { ...page.failures[0], resources: ["Invoices"], failure: { outcome: "timeout" } };
    const failures = [...page.failures, late] as PageView["failures"];
    expect(news({ page: { ...page, failures } }).seen).toEqual(["Some details couldn’t be checked"]);
    expect(news({ page: { ...page, failures: [] } })).toEqual({
      seen: ["Some rows could not be read"],
      waiting: [],
      line: undefined,
    });
    expect(news({ page: { ...page, failures: [], unread: [] } }).seen).toEqual([]);
  });
});
