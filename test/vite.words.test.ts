import { expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
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

it("makes a file of each language, which says what the catalogues say and nothing that only the server says", async () => {
  const files = filesIn("client");
  expect(files).toHaveLength(LOCALES.length);
  const french = files.find(({ fileName }) => fileName.includes("words-fr-"));
  const { messages, polaris } = await imported(french?.source ?? "");
  expect(messages["nav.close"]).toBe("Fermer le compte");
  // With something to fill in, a message comes in its parts.
  expect(messages["common.about"]).toMatchObject([{ value: "environ " }, { value: "amount" }]);
  expect(polaris.Polaris.Common.cancel).toBe("Annuler");
  for (const id of ["mail.warning.subject", "ticket.greeting", "exit.title", "desk.title"])
    expect(messages[id]).toBeUndefined();
});

it("tells the server where each file lies, by a name made of what it holds", async () => {
  const addresses = await imported(String(plugin.load(plugin.resolveId("virtual:words"))));
  const names = Object.fromEntries(filesIn("client").map(({ fileName }) => [`/${fileName}`, true]));
  for (const locale of LOCALES) {
    expect(addresses[locale]).toMatch(new RegExp(`^/assets/words-${locale}-[0-9a-f]{8}\\.js$`));
    expect(names[addresses[locale]]).toBe(true);
  }
  expect(filesIn("ssr")).toEqual([]);
});
