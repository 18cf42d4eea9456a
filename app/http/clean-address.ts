import type { NextFunction, Request, Response } from "express";

/** A tampered link leads where every ended one does, whatever it holds: its signature is read before any database. */
const LINKS = /^\/(l|stop)\//;

/** Refuses an address with U+0000 in it, which no page of ours makes and no database takes. */
export function cleanAddress(request: Request, response: Response, next: NextFunction): void {
  if (LINKS.test(request.path) || !/%00/.test(request.originalUrl)) next();
  else response.status(400).set("connection", "close").end();
}
