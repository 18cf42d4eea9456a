import type { NextFunction, Request, Response } from "express";
import type { Burst } from "#app/ports/index.ts";

/**
 * Refuses a flood of mail events from one address before a byte of it is read; Shopify's webhooks, which pass no
 * middleware, are counted with them. The limit is 600 in ten seconds (docs/faults.md, W12):
 * uninstalls and compliance requests of a million stores are a few an hour, and what Shopify is refused it sends again,
 * eight times in four hours.
 */
export function limitWebhooks(burst: Burst) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const seconds = await burst.count(request.ip ?? "");
    if (seconds === null) return next();
    response
      .status(429)
      .set({ "retry-after": String(seconds), connection: "close" })
      .end();
  };
}
