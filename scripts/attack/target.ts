/** A store that left, with the links that were mailed to it, as paths. */
export type LeftStore = { shop: string; name: string; finish: string; stop: string };

/** What is attacked, and what whoever plays the other sides must know to tell true from forged. */
export type Target = {
  /** Where it listens on this machine. */
  origin: string;
  /** Where it says that it lives. */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Null where no mail provider is set up. */
  mailSecret: string | null;
  stores: readonly [LeftStore, LeftStore];
};

/** What was found wrong, a sentence each; none is what is hoped for. */
export type Findings = string[];

export type Story = {
  /** Number of the section of hostile stories it belongs to, and what it tries. */
  name: string;
  play(target: Target): Promise<Findings>;
};

/** Longer than any answer takes on a busy machine, far shorter than the text functions once took. */
const DEADLINE_MS = 20_000;

const BROWSER =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";

export type Answer = { status: number; headers: Headers; body: string };

/** Sends a request as a browser that follows no redirect; null when no answer came in time. */
export async function ask({ origin }: Target, path: string, init: RequestInit = {}): Promise<Answer | null> {
  const headers = { "user-agent": BROWSER, ...(init.headers as Record<string, string> | undefined) };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const response = await fetch(`${origin}${path}`, { redirect: "manual", ...init, headers, signal });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch {
    return null;
  }
}

export const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers,
  body: new URLSearchParams(fields),
});

/** From a network of its own, so that no story uses up another one's limit. */
export const from = (network: number): Record<string, string> => ({
  "x-forwarded-for": `198.51.100.${network}`,
});

/** What every answer must be, whatever was asked: there, no fault of the app's, guarded, and silent about the inside. */
export function judge(answer: Answer | null, what: string): Findings {
  if (answer === null) return [`${what}: no answer`];
  const { status, headers, body } = answer;
  const type = headers.get("content-type") ?? "";
  const wrong: [boolean, string][] = [
    [status >= 500, `status ${status}`],
    [headers.get("x-content-type-options") !== "nosniff", "no nosniff"],
    [!headers.get("content-security-policy")?.includes("frame-ancestors"), "anybody may frame it"],
    [headers.has("access-control-allow-origin"), "another origin may read it"],
    [headers.has("x-powered-by"), "says what it is made with"],
    [!headers.get("cache-control")?.match(/no-store|immutable|max-age/), "says nothing about caches"],
    [
      body !== "" && /^(text\/|application\/json)/.test(type) && !/charset/i.test(type) && !isProbe(body),
      "no charset",
    ],
    [/\n\s+at .*\.(ts|js|mjs):\d+/.test(body), "shows a stack"],
  ];
  return wrong.filter(([is]) => is).map(([, words]) => `${what}: ${words}`);
}

/** JSON without a charset is UTF-8 by its own standard (RFC 8259). */
const isProbe = (body: string): boolean => body.startsWith("{");

/** Asks for many things, some at a time, and gives back all that was found. */
export async function each<T>(items: readonly T[], look: (item: T) => Promise<Findings>): Promise<Findings> {
  const left = [...items];
  const found: Findings = [];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) found.push(...(await look(item)));
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return found;
}

/** Opens a link as its owner would; the cookie of the visit, or "". */
export async function visit(target: Target, path: string, headers = from(1)): Promise<string> {
  const answer = await ask(target, path, { headers });
  return answer?.headers.get("set-cookie")?.split(";")[0] ?? "";
}
