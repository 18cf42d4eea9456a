import type { NextFunction, Request, Response } from "express";

/**
 * Refuses what a page of somebody else's makes a browser send. Remix compares origins for whole pages only: the same
 * action asked for as data (`?_data=`) would go through. A sender without an origin is no page: mail programs press
 * "unsubscribe" that way, and webhooks are signed.
 */
export function ownForms(appUrl: string) {
  const own = new URL(appUrl).host;
  return (request: Request, response: Response, next: NextFunction): void => {
    const { origin, host } = request.headers;
    const isRead = ["GET", "HEAD", "OPTIONS"].includes(request.method);
    const sender = origin === undefined ? own : hostOf(origin);
    if (isRead || sender === own || sender === host) next();
    else response.status(403).set("connection", "close").end();
  };
}

/** The host of an origin; "null" and whatever else is no address has none. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
