import type { NextFunction, Request, Response } from "express";
import { z } from "zod";

/**
 * How both ticket APIs misbehave: refuse with 503, do the work and lose the answer, limit, answer with a new value or
 * without a field, do the work and say that it collided, list other people's odd rows, require one more field, or work.
 */
const apiFaultMode = z.enum([
  ...(["none", "down", "lost-answer", "limit", "new-status", "no-fields"] as const),
  ...(["conflict", "odd-rows", "required-field"] as const),
]);
export interface ApiFaults {
  mode: z.infer<typeof apiFaultMode>;
}

export const readApiFault = (body: unknown) => z.object({ mode: apiFaultMode }).safeParse(body);

/** Lets a call through, answers for the desk, or cuts the line once the work is done. */
export const misbehave = (faults: ApiFaults) => (req: Request, res: Response, next: NextFunction) => {
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
    case "conflict":
      if (req.method === "POST") {
        const json = res.json.bind(res);
        res.json = () => {
          res.status(409);
          return json({ error: "DatabaseConflict", description: "Database collision" });
        };
      }
      return next();
    case "new-status":
    case "odd-rows":
    case "required-field":
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

/** Rows of other people's, as real desks have them: without a subject, without tags, without anything. */
export const oddRows = (faults: ApiFaults): unknown[] =>
  faults.mode === "odd-rows"
    ? [{ id: 9, subject: null, tags: [], external_id: null }, { id: "x" }, null, 7]
    : [];
