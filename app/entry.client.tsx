import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { holdAnswers } from "./components/answers/held-answers.ts";
import { loadTheRest } from "./components/page/later.ts";
import { loadAllWords, loadWords } from "./messages/words.browser.ts";

/** Milliseconds; the longest page asks impact.com three times, for twenty seconds at most each. */
const ANSWER_LIMIT_MS = 65_000;

/** Milliseconds after everything on the page has come. */
const REST_AFTER_MS = 500;

// After App Bridge, whose own `fetch` adds the session token and may wait for it.
// What an answer brings may be said in words of any page.
window.fetch = holdAnswers(window.fetch.bind(window), ANSWER_LIMIT_MS, loadAllWords);

const words = document.querySelector<HTMLLinkElement>("link#words");
// Without them nothing can be shown that the server has not shown already.
if (words) void loadWords(words.href, words.dataset.all ?? words.href).then(() => startTransition(show));

function show(): void {
  hydrateRoot(document, <RemixBrowser />);
}

window.addEventListener("load", () =>
  setTimeout(() => {
    // Who goes on asks for them once more.
    loadAllWords().catch(() => undefined);
    loadTheRest();
  }, REST_AFTER_MS),
);
