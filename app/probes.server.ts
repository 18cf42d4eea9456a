import type { ServerResponse } from "node:http";
import type { Container } from "./container.server.ts";
import { withTimeout } from "./http/with-timeout.ts";
import type { OpenPort } from "./port.server.ts";
import { showHealth } from "./services/operations/show-health.server.ts";

/** A load balancer that asks every few seconds wants to hear of a silent database before it gives up itself. */
const ANSWER_MS = 2_000;

/** Answers the three questions of monitors in a process that serves no pages: everything else is not found. */
export function startProbes({ ready, deps, log }: Container, port: OpenPort): OpenPort {
  const answers: Record<string, () => Promise<[status: number, text: string]>> = {
    "/healthz": async () => [200, "ok"],
    "/readyz": async () => {
      await withTimeout(ready(), ANSWER_MS);
      return [200, "ready"];
    },
    "/stuckz": async () => {
      const health = await showHealth(deps);
      return [health.stuck.length > 0 ? 503 : 200, JSON.stringify(health)];
    },
  };
  const say = (response: ServerResponse, status: number, text: string) =>
    response.writeHead(status, { "cache-control": "no-store", "content-type": "text/plain" }).end(text);
  port.serve((request, response) => {
    const answer = Object.hasOwn(answers, request.url ?? "") ? answers[request.url ?? ""] : undefined;
    if (!answer) return say(response, 404, "");
    answer().then(
      ([status, text]) => say(response, status, text),
      (error: unknown) => {
        log.error({ err: error }, "not ready");
        say(response, 503, "the database does not answer, or takes nothing");
      },
    );
  });
  return port;
}
