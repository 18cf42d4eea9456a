import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, vi } from "vitest";

const words = (messages: Record<string, string>) =>
  `data:text/javascript,${encodeURIComponent(`export default ${JSON.stringify({ polaris: {}, messages })}`)}`;

/** As in a document of its own. */
const opened = async () => {
  vi.resetModules();
  return import("#app/messages/words.browser.ts");
};

it("a page says its own words first, and every word once all have come", async () => {
  const { loadWords, loadAllWords, translatorFor } = await opened();
  await loadWords(
    words({ "nav.close": "Konto schließen" }),
    words({ "nav.close": "Konto schließen", "nav.fees": "Gebühren" }),
  );
  const { text } = translatorFor("de");
  expect(text("nav.close")).toBe("Konto schließen");
  await loadAllWords();
  expect([text("nav.close"), text("nav.fees")]).toEqual(["Konto schließen", "Gebühren"]);
  expect(() => text("nav.none")).toThrow('No message "nav.none" in "de"');
});

it("words that a page lacks after all are waited for, and reported", async () => {
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  const { loadWords, translatorFor } = await opened();
  await loadWords(words({}), words({ "nav.fees": "Gebühren" }));
  const { text } = translatorFor("de");
  let coming: unknown;
  try {
    text("nav.fees");
  } catch (thrown) {
    coming = thrown;
  }
  await coming;
  expect(text("nav.fees")).toBe("Gebühren");
  expect(reported.map(String)).toEqual(['Error: "nav.fees" is not among the words of its page.']);
  vi.unstubAllGlobals();
});

it("words that did not come are asked for again, and whoever needs them hears of it", async () => {
  const { loadWords, loadAllWords, translatorFor } = await opened();
  const folder = mkdtempSync(path.join(tmpdir(), "words-"));
  const file = path.join(folder, "all.mjs");
  await loadWords(words({}), pathToFileURL(file).href);
  await expect(loadAllWords()).rejects.toThrow("all.mjs");
  writeFileSync(file, 'export default { polaris: {}, messages: { "nav.fees": "Gebühren" } };');
  await loadAllWords();
  expect(translatorFor("de").text("nav.fees")).toBe("Gebühren");
  rmSync(folder, { recursive: true });
});
