import { randomBytes } from "node:crypto";
import type { ShopRow } from "#app/ports/index.ts";
import { codeFor } from "#app/services/exit/exit-code.ts";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import type { LinkPurpose } from "#app/services/exit/link-token.ts";
import { aConnection } from "#test/factories/rows.ts";
import { installedShop, type TestApp } from "./an-app.ts";

/** What a merchant does whose app is gone: opens a link, gets a code, sends forms. Nobody works in the background. */
export function visitsOf(app: TestApp) {
  const linkFor = async ({ shop }: ShopRow, purpose: LinkPurpose = "finish") =>
    new URL(await issueLink({ shop, purpose }, app.container.deps)).pathname;
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.fetch(path, { method: "POST", headers, body: new URLSearchParams(fields) });
  const codeJobs = async ({ shop }: ShopRow) => {
    const jobs = await app.container.boss.findJobs<{ mailId: string }>("deliver-mail", { data: { shop } });
    const mails = await Promise.all(jobs.map(({ data }) => app.db.mails.findById(shop, data.mailId)));
    return mails.filter((mail) => mail?.purpose === "exit-code");
  };
  return {
    linkFor,
    post,
    /** What a request of this store is about: the account it had connected. */
    accounts: async ({ shop }: ShopRow) => {
      const connection = await app.db.connections.find(shop);
      return connection ? [connection.accountSid] : [];
    },
    codeJobs,
    /** A store that left an hour ago, with the account it had connected. */
    aGoneShop: async (overrides: Partial<ShopRow> = {}): Promise<ShopRow> => {
      const shop = await installedShop(app, overrides);
      const gone = { ...shop, uninstalledAt: shop.lastSeenAt.add({ minutes: 5 }) };
      await app.db.shops.save(gone);
      // An account of its own: one account is written to impact.com about only so often in a day.
      const accountSid = `IR${randomBytes(8).toString("hex")}`;
      await app.db.connections.save(aConnection({ shop: shop.shop, accountSid, sealedToken: null }));
      return gone;
    },
    /** Opens a link as a browser does and gives back its cookie. */
    visit: async (shop: ShopRow, headers: Record<string, string> = {}) => {
      const response = await app.fetch(await linkFor(shop), { headers });
      return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
    },
    /** Presses "Review request" and reads the code that is on its way. */
    codeOf: async (shop: ShopRow, { cookie }: { cookie: string }) => {
      await post("/exit/review", { intent: "code" }, { cookie });
      return lastCode(shop);
    },
    lastCode,
  };
  async function lastCode(shop: ShopRow): Promise<string> {
    const mails = await codeJobs(shop);
    const last = mails.toSorted((a, b) => String(a?.createdAt).localeCompare(String(b?.createdAt))).at(-1);
    return codeFor(String(last?.content.codeId), app.container.deps.settings.secrets.codes[0]);
  }
}
