import type { NextFunction, Request, Response } from "express";
import { z } from "zod";

/** How both ticket APIs misbehave: refuse with 503, do the work and lose the answer, limit, answer with a new value or without a field, or work. */
const apiFaultMode = z.enum(["none", "down", "lost-answer", "limit", "new-status", "no-fields"]);
export interface ApiFaults {
  mode: z.infer<typeof apiFaultMode>;
}

export const readApiFault = (body: unknown) => z.object({ mode: apiFaultMode }).safeParse(body);

/** Lets a call through, answers for the desk, or cuts the line once the work is done. */
export const misbehave = (faults: ApiFaults) => (_req: Request, res: Response, next: NextFunction) => {
  switch (faults.mode) {
    case "none":
      return next();
    case "down":
      return void res.status(503).type("html").send("<h1>Service unavailable</h1>");
    case "limit":
      return void res.status(429).set("Retry-After", "30").json({ message: "You have exceeded the limit" });
    case "lost-answer":
      res.json = () => {
        res.socket?.destroy();
        return res;
      };
      return next();
    case "new-status":
      return next();
    case "no-fields":
      res.json = (body) => {
        res.type("json").send(JSON.stringify(body, (name, value) => (GONE.has(name) ? undefined : value)));
        return res;
      };
      return next();
    default:
      return faults.mode satisfies never;
  }
};

/** What the app needs of a ticket. */
const GONE = new Set(["id", "status"]);
