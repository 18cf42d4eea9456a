import { createServer, type RequestListener } from "node:http";
import { ConfigError } from "./config.server.ts";

/**
 * Milliseconds in which the head of a request, and all of it, must be here; who sends more slowly gets a 408 (W12). A
 * form of ours has 128 kB at most, Shopify waits five seconds for its own answer. `drain` is for requests that came
 * before the end and are still answered.
 */
export const TIMES = { head: 10_000, whole: 30_000, look: 5_000, drain: 5_000 };

/** Milliseconds between two looks at lines that stay open after their answer. */
const IDLE_LOOK = 50;

export type OpenPort = {
  port: number;
  /** From now on this answers; until then everybody is asked to come again. */
  serve(app: RequestListener): void;
  /** Takes no new request, lets those under way end in the time there is, then cuts the rest. */
  close(): Promise<void>;
};

const comeAgain: RequestListener = (_request, response) => {
  response.writeHead(503, { "content-type": "text/plain", "cache-control": "no-store", "retry-after": "1" });
  response.end("starting");
};

/**
 * Takes the port before anything else is opened: a second start on it must end before it touches the database of the
 * first. Throws a ConfigError where the port cannot be had.
 */
export function openPort(port: number, times = TIMES): Promise<OpenPort> {
  const options = {
    headersTimeout: times.head,
    requestTimeout: times.whole,
    connectionsCheckingInterval: times.look,
  };
  let answer = comeAgain;
  return new Promise((resolve, reject) => {
    const server = createServer(options, (request, response) => answer(request, response));
    server.listen(port, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        serve: (app) => {
          answer = app;
        },
        close: () =>
          new Promise((closed) => {
            // A line that is kept open counts as a request under way until it is seen to be idle.
            const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK);
            const cut = setTimeout(() => server.closeAllConnections(), times.drain);
            server.close(() => {
              clearInterval(idle);
              clearTimeout(cut);
              closed();
            });
          }),
      });
    });
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
  });
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError(`Port ${port} is taken. Set PORT to another one, or end what listens there.`);
  if (error.code === "EACCES")
    return new ConfigError(`This account may not listen on port ${port}. Set PORT to one above 1023.`);
  return error;
}
