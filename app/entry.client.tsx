import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { holdAnswers } from "./components/answers/held-answers.ts";
import { loadTheRest } from "./components/page/later.ts";

/** Milliseconds; the longest page asks impact.com three times, for twenty seconds at most each. */
const ANSWER_LIMIT_MS = 65_000;

/** Milliseconds after everything on the page has come. */
const REST_AFTER_MS = 500;

// After App Bridge, whose own `fetch` adds the session token and may wait for it.
window.fetch = holdAnswers(window.fetch.bind(window), ANSWER_LIMIT_MS);

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});

window.addEventListener("load", () => setTimeout(loadTheRest, REST_AFTER_MS));
