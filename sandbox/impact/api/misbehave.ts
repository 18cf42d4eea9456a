import type { Request, Response } from "express";
import { sendError } from "#sandbox/impact/api/respond.ts";
import { FAULT_ANSWERS, type FaultKind } from "#sandbox/impact/state/faults.ts";

/** How slowly the "slow drip" fault answers, and how long "timeout" holds the line, in milliseconds. */
export interface FaultTimes {
  dripMs: number;
  holdMs: number;
}

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
  const answer = fault && FAULT_ANSWERS[fault];
  if (answer === null) return false;
  if (answer === "hold") hold(response, times.holdMs, isOn);
  else if (answer === "drip") drip(response, times.dripMs);
  else if ("html" in answer) response.status(answer.status).type("text/html").send(answer.html);
  else sendError(request, response.set(answer.headers ?? {}), answer.status, answer.error);
  return true;
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
