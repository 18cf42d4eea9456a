import express, { type Request, type Response, Router } from "express";
import type { Clock } from "#sandbox/clock/clock.ts";
import { type DatedEvent, move, moveRequestSchema } from "#sandbox/clock/move.ts";

interface ClockEvent extends DatedEvent {
  account: string;
  kind: string;
  /** One short sentence for people, in the request's language. */
  what: string;
}

interface ClockRouterDeps {
  clock: Clock;
  /** Coming events, soonest first: of one account, or of all when none is named. */
  events(account: string | undefined, request: Request): readonly ClockEvent[];
}

const SHOWN_EVENTS = 10;

/** `GET /clock` tells the time and what comes next; `POST /clock` moves it (JSON, or a form that is sent back). */
export function clockRouter({ clock, events }: ClockRouterDeps): Router {
  const router = Router();
  const state = (request: Request, account: string | undefined) => ({
    now: clock.now().toString(),
    offsetMs: clock.offsetMs(),
    nextEvents: events(account, request)
      .slice(0, SHOWN_EVENTS)
      .map(({ on, what, account: of, kind }) => ({ on, what, account: of, kind })),
  });

  router.get("/clock", (request, response) => {
    response.set("Cache-Control", "no-store").json(state(request, textOf(request.query.account)));
  });

  router.post("/clock", express.urlencoded({ extended: false }), express.json(), (request, response) => {
    const body: Record<string, unknown> = request.body ?? {};
    const account = textOf(body.account);
    const asked = moveRequestSchema.safeParse(body);
    if (!asked.success) {
      refuse(response, "Send by=day, week, next-event or reset, or to=an ISO date.");
      return;
    }
    const moved = move(clock, asked.data, () => events(account, request));
    const back = sameSitePath(textOf(body.return));
    switch (moved.outcome) {
      case "not-a-date":
        refuse(response, "That is not an ISO date.");
        return;
      case "refused-backwards":
        refuse(response, "The clock only moves forward. Reset it to go back.");
        return;
      case "no-event":
      case "moved":
        if (request.is("application/x-www-form-urlencoded")) response.redirect(303, back ?? "/impact");
        else response.json(state(request, account));
    }
  });
  return router;
}

function refuse(response: Response, message: string): void {
  response.status(400).json({ error: message });
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** A path of this site, or null: `//host` and `/\host` would lead elsewhere. */
export function sameSitePath(path: string | undefined): string | null {
  return path !== undefined && /^\/(?![/\\])[^\r\n]*$/.test(path) ? path : null;
}
