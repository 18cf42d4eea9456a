import { HttpResponse, http } from "msw";

/** Where the tests' impact.com lives; nothing answers there but these handlers. */
export const IMPACT_BASE = "https://api.impact.test";
export const CREDENTIALS = { accountSid: "IRtestSid0000001", authToken: "test-token-0000001" };

type Answer = (query: URLSearchParams, calls: number) => Response | Promise<Response>;

/**
 * One GET below the test account, behind the same Basic auth the real API asks for. `calls` counts the calls of
 * this handler, from 1.
 */
export function impactGet(path: string, answer: Answer, root = "Advertisers") {
  let calls = 0;
  return http.get(`${IMPACT_BASE}/${root}/${CREDENTIALS.accountSid}/${path}`, ({ request }) => {
    const { accountSid, authToken } = CREDENTIALS;
    const expected = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    if (request.headers.get("Authorization") !== expected) return new HttpResponse(null, { status: 401 });
    if (request.headers.get("Accept") !== "application/json")
      return HttpResponse.xml("<ImpactRadiusResponse/>");
    calls += 1;
    return answer(new URL(request.url).searchParams, calls);
  });
}

type Paging = { page?: number; pages?: number; total?: number };

/** One page of a list with the `@` fields as strings, the way the API writes them. */
export function listBody(
  key: string,
  rows: unknown[],
  { page = 1, pages = 1, total = rows.length }: Paging = {},
) {
  return { "@page": String(page), "@numpages": String(pages), "@total": String(total), [key]: rows };
}

/** Answers with the asked page of a list given page by page. */
export function pagedAnswer(key: string, pages: unknown[][]): Answer {
  const total = pages.flat().length;
  return (query) => {
    const page = Number(query.get("Page"));
    return HttpResponse.json(listBody(key, pages[page - 1] ?? [], { page, pages: pages.length, total }));
  };
}

/** A brand action as impact.com documents it; `overrides` replace single fields. */
export function anAction(overrides: Record<string, unknown> = {}) {
  return {
    Id: "1000.1.1",
    CampaignId: 1000,
    CampaignName: "Acme",
    MediaPartnerId: 10000,
    MediaPartnerName: "Blog",
    State: "PENDING",
    Payout: 75.0,
    Amount: 1000.0,
    IntendedPayout: 75.0,
    IntendedAmount: 1000.0,
    Currency: "USD",
    EventDate: "2026-05-30T23:30:00-04:00",
    LockingDate: "2026-06-20T00:00:00-04:00",
    ClearedDate: "",
    ...overrides,
  };
}

/** An answer with exactly this text, for numbers JavaScript would rewrite and for text that is not JSON. */
export function rawAnswer(body: string, init: ResponseInit = {}) {
  return new HttpResponse(body, { headers: { "Content-Type": "application/json" }, ...init });
}
