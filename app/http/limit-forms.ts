import type { NextFunction, Request, Response } from "express";
import type { Log } from "#app/ports/index.ts";

/** A closing request has at most 10,000 characters of text, which three bytes and percent signs can make nine times as large. */
const MAX_FORM_BYTES = 128 * 1024;
const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Refuses what no form of ours sends, before anything is read; the webhook route has its own limit and shapes. */
export function limitForms(log: Pick<Log, "warn">) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const status = refusal(request);
    if (status === null) next();
    else {
      log.warn({ status }, "a form was refused");
      response.status(status).set("connection", "close").end();
    }
  };
}

function refusal(request: Request): 411 | 413 | 415 | null {
  const free = ["GET", "HEAD", "OPTIONS"].includes(request.method) || request.path.startsWith("/webhooks/");
  if (free) return null;
  const length = request.headers["content-length"];
  if (length === undefined) return 411;
  if (Number(length) > MAX_FORM_BYTES) return 413;
  return length === "0" || request.is(FORMS) ? null : 415;
}
