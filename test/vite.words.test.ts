import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { wordsAt } from "#app/messages/words-at.ts";
import { wordsOfPages } from "../vite.words.ts";

type Hook = (this: unknown, ...args: unknown[]) => unknown;
const plugin = wordsOfPages() as unknown as { resolveId: Hook; load: Hook; generateBundle: Hook };
type File = { fileName: string; source: string };
const filesIn = (environment: string): File[] => {
  const files: File[] = [];
  plugin.generateBundle.call({
    environment: { name: environment },
    emitFile: (file: File) => files.push(file),
  });
  return files;
};
/** What a browser gets that imports this source. */
const imported = async (source: string) =>
  (await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`)).default;
const files = filesIn("client");
const addresses = await imported(String(plugin.load(plugin.resolveId("virtual:words"))));

/** The words that come with the document of an address, and those that come after it. */
const wordsOn = async (locale: string, pathname: string) => {
  const { page, all } = wordsAt(addresses[locale], pathname);
  const sourceAt = (address: string) =>
    files.find(({ fileName }) => `/${fileName}` === address)?.source ?? "";
  return {
    first: await imported(sourceAt(page)),
    all: await imported(sourceAt(all)),
    bytes: gzipSync(sourceAt(page)).length,
  };
};

describe("the words of the pages in the admin", () => {
  it("say what the catalogues say and nothing that only the server says", async () => {
    const { all } = await wordsOn("fr", "/app");
    expect(all.messages["nav.close"]).toBe("Fermer le compte");
    // With something to fill in, a message comes in its parts.
    expect(all.messages["common.about"]).toMatchObject([{ value: "environ " }, { value: "amount" }]);
    expect(all.polaris.Polaris.Common.cancel).toBe("Annuler");
    for (const id of ["mail.warning.subject", "ticket.greeting", "exit.title", "desk.title"])
      expect(all.messages[id]).toBeUndefined();
  });

  it("come to the server by their addresses, made of what they hold", () => {
    const names = new Set(files.map(({ fileName }) => `/${fileName}`));
    for (const locale of LOCALES)
      for (const address of Object.values(addresses[locale])) {
        expect(address).toMatch(new RegExp(`^/assets/words-${locale}-[\\w-]+-[0-9a-f]{8}\\.js$`));
        expect(names.has(String(address))).toBe(true);
      }
    expect(filesIn("ssr")).toEqual([]);
  });

  // Of each page: what it says at once, what a part of it says that is fetched after it, what a form answers.
  it.each([
    ["/app", ["overview.title.open", "timeline.charge", "charges.card", "watch.title"]],
    ["/app/fees", ["fees.title", "whatIf.error.revenue", "editions.title", "buildUp.minimumName"]],
    ["/app/ledger", ["ledger.title", "ledger.col.balance", "ledger.owedChart"]],
    ["/app/close", ["close.title", "close.task.expire-contracts", "closing.cost.asIs"]],
    ["/app/close/expire-contracts", ["told.title", "task.do"]],
    ["/app/close/review", ["review.title", "review.submit"]],
    ["/app/setup", ["setup.title", "history.connected"]],
  ])("have with the document of %s all that the page can say before more has come", async (path, ids) => {
    const { first, all } = await wordsOn("de", path);
    // And the frame of every page, what went wrong, and what the core says on any of them.
    for (const id of [...ids, "nav.close", "common.saved", "problem.title", "core.refund.text.A"]) {
      expect(all.messages[id], id).toBeDefined();
      expect([id, first.messages[id]]).toEqual([id, all.messages[id]]);
    }
    expect(first.polaris).toEqual(all.polaris);
  });

  it("leave to later what only other pages say, and what comes with an answer", async () => {
    const { first } = await wordsOn("en", "/app");
    for (const id of ["review.title", "setup.title", "ledger.title", "export.title", "route.title"])
      expect([id, id in first.messages]).toEqual([id, false]);
    expect(Object.keys(first.messages).filter((id) => /^core\.(quote|explain)\./.test(id))).toEqual([]);
  });

  it("are all there at once on an address that is no page", async () => {
    const { first, all } = await wordsOn("en", "/app/there/is/no/such/page");
    expect(first).toEqual(all);
  });

  // Bytes as they travel. All words of a language are 46,505 in English and 52,714 in German.
  it.each([
    ["en", 15_600, 12_900, 16_900],
    ["de", 17_900, 14_800, 19_300],
    ["ja", 18_000, 15_000, 19_300],
  ])("weigh a third on the page that is opened first, in %s", async (locale, home, fees, close) => {
    expect((await wordsOn(locale, "/app")).bytes).toBeLessThanOrEqual(home);
    expect((await wordsOn(locale, "/app/fees")).bytes).toBeLessThanOrEqual(fees);
    expect((await wordsOn(locale, "/app/close")).bytes).toBeLessThanOrEqual(close);
  });
});
