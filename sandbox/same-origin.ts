import type { NextFunction, Request, Response } from "express";

/** Refuses form posts that another site's page makes in the visitor's browser. Programs send no such header. */
export function sameOriginOnly(req: Request, res: Response, next: NextFunction): void {
  const site = req.header("Sec-Fetch-Site");
  const safe = req.method === "GET" || req.method === "HEAD" || req.method === "OPTIONS";
  if (safe || site === undefined || site === "same-origin" || site === "none") next();
  else res.status(403).type("text/plain").send("This form belongs to another site.");
}
