import { longTexts, oddForms, oddWords, stillThere } from "./stories/forms.ts";
import {
  forgedCookies,
  linksInEveryWay,
  newLinks,
  otherSites,
  wrongCodes,
  wrongLinks,
} from "./stories/links.ts";
import { forgedSessionTokens } from "./stories/session-tokens.ts";
import {
  dataOfRoutes,
  hiddenFiles,
  hostileParts,
  hostileValues,
  hostileValuesAtTheDoor,
  methods,
} from "./stories/values.ts";
import { forgedWebhooks, mailEvents, oddWebhooks, replayedWebhook } from "./stories/webhooks.ts";
import { rawRequests, slowSenders } from "./stories/wire.ts";
import type { Story } from "./target.ts";

/** All that is told over HTTP, in this order; the last one looks whether anything is left. */
export const STORIES: readonly Story[] = [
  hostileValues,
  hostileParts,
  dataOfRoutes,
  methods,
  hiddenFiles,
  rawRequests,
  slowSenders,
  forgedSessionTokens,
  forgedWebhooks,
  oddWebhooks,
  replayedWebhook,
  mailEvents,
  wrongLinks,
  linksInEveryWay,
  forgedCookies,
  otherSites,
  wrongCodes,
  newLinks,
  longTexts,
  oddForms,
  oddWords,
  stillThere,
];

/** Those that are quick, for every run of the tests. */
export const SHORT_STORIES: readonly Story[] = [
  hostileValuesAtTheDoor,
  hiddenFiles,
  forgedWebhooks,
  oddWebhooks,
  replayedWebhook,
  wrongLinks,
  forgedCookies,
  otherSites,
  wrongCodes,
  newLinks,
  oddForms,
  oddWords,
  stillThere,
];
