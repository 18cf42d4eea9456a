import { connect } from "node:net";
import type { Findings, Story, Target } from "../target.ts";

/** Longer than the server gives a whole request (app/port.server.ts). */
const PATIENCE_MS = 60_000;
/** Between two bytes of a slow sender. */
const DRIBBLE_MS = 500;

type Sent = { answer: string; isOpen: boolean };

/** Writes bytes as they stand and reads until the server hangs up; a slow one goes on with a byte now and again. */
function write({ origin }: Target, bytes: string, isSlow = false): Promise<Sent> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), "localhost");
    let answer = "";
    const timer = isSlow ? setInterval(() => socket.writable && socket.write("x"), DRIBBLE_MS) : undefined;
    const end = (isOpen: boolean) => {
      clearInterval(timer);
      clearTimeout(patience);
      socket.destroy();
      resolve({ answer, isOpen });
    };
    const patience = setTimeout(() => end(true), PATIENCE_MS);
    socket.on("data", (chunk) => {
      answer += chunk;
      // A line that is kept open after its answer is no slow sender's.
      if (!isSlow) setTimeout(() => end(false), 300);
    });
    socket.on("error", () => end(false));
    socket.on("close", () => end(false));
    socket.write(bytes);
  });
}

const HEAD = "POST /webhooks/shopify HTTP/1.1\r\nhost: localhost\r\n";

const RAW: [what: string, bytes: string, answer: RegExp][] = [
  [
    "both lengths at once",
    `${HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
    / 400 /,
  ],
  ["two lengths", `${HEAD}content-length: 4\r\ncontent-length: 5\r\n\r\nabcd`, / 400 /],
  ["a length that is none", `${HEAD}content-length: -1\r\n\r\n`, / 400 /],
  ["a coding nobody knows", `${HEAD}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`, / 400 /],
  ["a chunk without a size", `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n\r\n`, / 4\d\d /],
  ["a blank before the colon", "GET / HTTP/1.1\r\nhost : localhost\r\n\r\n", / 400 /],
  ["a folded line", "GET / HTTP/1.1\r\nhost: localhost\r\nx: a\r\n b\r\n\r\n", / [24]\d\d /],
  ["no host", "GET / HTTP/1.1\r\n\r\n", / 400 /],
  ["a head of 64 kB", `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"a".repeat(65_536)}\r\n\r\n`, / 431 /],
  ["no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001", / 400 /],
  [
    "TRACE",
    "TRACE / HTTP/1.1\r\nhost: localhost\r\nx-secret: trace7f3a\r\n\r\n",
    / 4\d\d (?![\s\S]*trace7f3a)/,
  ],
  ["CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n", /^$| 4\d\d /],
  [
    "an address of another host",
    "GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\n\r\n",
    / [234]\d\d /,
  ],
  [
    "an upgrade",
    "GET /app HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
    / [234]\d\d |^$/,
  ],
  [
    "a gigabyte announced",
    "POST /exit/link HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000000\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n",
    / 413 /,
  ],
  [
    "a form of unknown length",
    "POST /exit/link HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n",
    / 411 /,
  ],
];

/** Bytes that another server might take for something else. */
export const rawRequests: Story = {
  name: "10 requests that are read in two ways, or none",
  play: async (target) => {
    const found: Findings = [];
    for (const [what, bytes, wanted] of RAW) {
      const { answer, isOpen } = await write(target, bytes);
      if (isOpen) found.push(`${what}: no answer, and the line stays open`);
      else if (!wanted.test(answer)) found.push(`${what}: ${JSON.stringify(answer.slice(0, 60))}`);
    }
    return found;
  },
};

const SLOW: [what: string, start: string][] = [
  ["head", `${HEAD}x-slow: `],
  ["webhook", `${HEAD}content-length: 9000\r\n\r\n{`],
  [
    "form",
    "POST /exit/link HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9000\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\nshop=",
  ],
];

/** Who sends a byte now and again is hung up on. Takes as long as the server gives a request. */
export const slowSenders: Story = {
  name: "3 senders that never finish",
  play: async (target) => {
    const sent = await Promise.all(
      SLOW.map(async ([what, start]) => ({ what, ...(await write(target, start, true)) })),
    );
    return sent.flatMap(({ what, answer, isOpen }) => [
      ...(isOpen ? [`a slow ${what}: is let go on`] : []),
      ...(answer === "" || / 4\d\d /.test(answer) ? [] : [`a slow ${what}: ${answer.slice(0, 40)}`]),
    ]);
  },
};
