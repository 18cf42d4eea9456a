import type { Request, Response } from "express";
import { send, sendError } from "#sandbox/impact/api/respond.ts";
import type { FaultKind } from "#sandbox/impact/state/faults.ts";

/** How slowly the "slow drip" fault answers, and how long "timeout" holds the line, in milliseconds. */
export interface FaultTimes {
  dripMs: number;
  holdMs: number;
}

const RETRY_SECONDS = "120";
const DRIP_CHARACTERS = 8;
const LOOK_MS = 100;

/**
 * Answers in place of the API when the fault does so before any data is read; false when it does not. `isOn` says
 * whether the fault still is: a line that is held for nothing is let go once somebody switches the fault off.
 */
export function misbehave(
  fault: FaultKind | null,
  request: Request,
  response: Response,
  { times, isOn }: { times: FaultTimes; isOn: () => boolean },
): boolean {
  switch (fault) {
    case "unauthorized":
      sendError(request, response, 401, "Access denied");
      return true;
    case "forbidden":
      sendError(request, response, 403, "This token is not enabled for this endpoint");
      return true;
    case "rate-limit-brand":
      response.set({
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": RETRY_SECONDS,
      });
      sendError(request, response, 429, "Rate limit exceeded");
      return true;
    case "rate-limit-partner":
      response.set({
        "X-RateLimit-Limit-hour": "500",
        "X-RateLimit-Remaining-hour": "0",
        "RateLimit-Reset": RETRY_SECONDS,
        "Retry-After": RETRY_SECONDS,
      });
      sendError(request, response, 429, "API rate limit exceeded");
      return true;
    case "server-error":
      sendError(request, response, 500, "Internal server error");
      return true;
    case "error-in-200":
      send(request, response, 200, { Status: "ERROR", Message: "The request could not be processed" });
      return true;
    case "html-page":
      response
        .status(200)
        .type("text/html")
        .send("<!doctype html><title>impact.com</title><h1>Down for maintenance</h1>");
      return true;
    case "timeout":
      hold(response, times.holdMs, isOn);
      return true;
    case "slow-drip":
      drip(response, times.dripMs);
      return true;
    // These come with the data.
    case "truncated-json":
    case "page-2-fails":
    case "unknown-enum":
    case "unreadable-row":
    case "odd-amounts":
    case "odd-text":
    case "odd-list":
    case null:
      return false;
    default:
      return fault satisfies never;
  }
}

function hold(response: Response, holdMs: number, isOn: () => boolean): void {
  const timer = setTimeout(() => response.destroy(), holdMs);
  const look = setInterval(() => {
    if (!isOn()) response.destroy();
  }, LOOK_MS);
  response.on("close", () => {
    clearTimeout(timer);
    clearInterval(look);
  });
}

/** Sends a JSON answer a few characters at a time; it takes a minute and more to finish. */
function drip(response: Response, dripMs: number): void {
  const text = JSON.stringify({ Status: "OK", Filler: ".".repeat(600) });
  let sent = 0;
  response.status(200).type("application/json");
  const timer = setInterval(() => {
    response.write(text.slice(sent, sent + DRIP_CHARACTERS));
    sent += DRIP_CHARACTERS;
    if (sent < text.length) return;
    clearInterval(timer);
    response.end();
  }, dripMs);
  response.on("close", () => clearInterval(timer));
}
