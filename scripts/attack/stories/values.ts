import { allAddresses } from "../addresses.ts";
import { type Answer, ask, each, type Findings, from, judge, type Story, type Target } from "../target.ts";

/** Whatever of it comes back in a place where it acts is a finding. */
const MARK = "mark7f3a";
const SCRIPT = `"><script>alert('${MARK}')</script>`;

/** As they stand in an address: encoded, or as no encoder would make them. */
const VALUES = [
  ...[
    SCRIPT,
    `${MARK}\r\nset-cookie: ${MARK}=1`,
    `a\u0000${MARK}`,
    "../../../../etc/passwd",
    `acme.myshopify.com.${MARK}.example`,
    `acme.myshopify.com; frame-ancestors *; ${MARK}`,
    `https://${MARK}.example/`,
    `//${MARK}.example`,
    `javascript:alert('${MARK}')`,
    "__proto__",
    "constructor",
    `' OR 1=1; DROP TABLE "Shop"; --`,
    "a".repeat(1_000),
  ].map(encodeURIComponent),
  "%ED%A0%80",
  "%E0%A4%A",
  "",
];

/** All that Shopify or our own pages put into addresses. */
const NAMES = [
  "host",
  "id_token",
  "locale",
  "hmac",
  "back",
  "exitIframe",
  "shopify-reload",
  "session",
  "figure",
];
const SHOP = "acme.myshopify.com";

const queriesOf = (value: string): string[] => {
  const others = NAMES.map((name) => `${name}=${value}`).join("&");
  return [`shop=${value}&${others}`, `shop=${SHOP}&${others}`, `shop=${SHOP}&shop=${value}&shop[]=${value}`];
};

function reflects(answer: Answer | null, what: string, target: Target): Findings {
  if (answer === null) return [];
  const { headers, body } = answer;
  const location = headers.get("location");
  const known = [target.origin, target.appUrl].map((url) => new URL(url).host);
  const leadsTo = location === null ? known[0] : new URL(location, target.origin).host;
  const acts = ["content-security-policy", "set-cookie", "link", "refresh"].filter((name) => {
    const value = headers.get(name) ?? "";
    return value.includes(MARK) || value.includes("frame-ancestors *");
  });
  return [
    ...(body.includes(SCRIPT) || body.includes(`<script>alert('${MARK}`)
      ? [`${what}: a script comes back`]
      : []),
    ...acts.map((name) => `${what}: comes back in ${name}`),
    ...([...known, "admin.shopify.com", SHOP].includes(leadsTo ?? "")
      ? []
      : [`${what}: leads to ${leadsTo}`]),
  ];
}

async function throwAt(
  addresses: readonly string[],
  values: readonly string[],
  target: Target,
): Promise<Findings> {
  const asked = addresses.flatMap((address) =>
    values.flatMap((value) => queriesOf(value).map((query) => ({ address, path: `${address}?${query}` }))),
  );
  return each(asked, async ({ path }) => {
    const what = `GET ${path.slice(0, 120)}`;
    const answer = await ask(target, path, { headers: from(10) });
    return [...judge(answer, what), ...reflects(answer, what, target)];
  });
}

/** Each value in each place of each address. */
export const hostileValues: Story = {
  name: "1 odd and hostile values in every address",
  play: (target) => throwAt(allAddresses(), VALUES, target),
};

/** The same for the addresses that anybody comes to first. */
export const hostileValuesAtTheDoor: Story = {
  name: "1 odd and hostile values at the door",
  play: (target) =>
    throwAt(["/", "/auth/login", "/auth/session-token", "/app", "/exit/link"], VALUES.slice(0, 12), target),
};

/** Values as parts of the address, where a token or a reference stands. */
export const hostileParts: Story = {
  name: "1 odd and hostile parts of addresses",
  play: (target) =>
    each(
      [
        "/l/",
        "/stop/",
        "/exit/",
        "/exit/tasks/",
        "/app/close/requests/",
        "/app/close/",
        "/auth/",
        "/",
        "/assets/",
      ].flatMap((start) => VALUES.filter((value) => value !== "").map((value) => `${start}${value}`)),
      async (path) => {
        const what = `GET ${path.slice(0, 120)}`;
        const answer = await ask(target, path, { headers: from(11) });
        return [...judge(answer, what), ...reflects(answer, what, target)];
      },
    ),
};

const DATA = [
  "routes/exit",
  "routes/app._index",
  "routes/nope",
  "__proto__",
  "constructor",
  encodeURIComponent(SCRIPT),
];

/** What Remix answers when a page is asked for as data. */
export const dataOfRoutes: Story = {
  name: "1 pages asked for as data",
  play: (target) =>
    each(
      ["/", "/exit", "/exit/review", "/app", "/l/x", "/stuckz"].flatMap((path) =>
        DATA.map((data) => `${path}?_data=${data}`),
      ),
      async (path) => judge(await ask(target, path, { headers: from(12) }), `GET ${path}`),
    ),
};

const METHODS = ["OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "PROPFIND"];

/** Methods nobody has, and another origin that would like to read. */
export const methods: Story = {
  name: "10 methods nobody has, and another origin that would like to read",
  play: (target) =>
    each(
      allAddresses().flatMap((path) => METHODS.map((method) => ({ method, path }))),
      async ({ method, path }) => {
        const headers = {
          ...from(13),
          origin: "https://evil.example",
          "access-control-request-method": "POST",
        };
        return judge(await ask(target, path, { method, headers }), `${method} ${path}`);
      },
    ),
};

/** Files that must not be served, each with words that only it holds. */
const HIDDEN: [path: string, words: RegExp][] = [
  ["/.env", /SEAL_KEYS|LINK_SECRET/],
  ["/.git/config", /\[core\]/],
  ["/package.json", /"scripts"/],
  ["/server.ts", /createContainer/],
  ["/build/server/index.js", /import /],
  ["/assets/..%2f..%2fserver%2findex.js", /import /],
  ["/assets/%2e%2e/%2e%2e/server/index.js", /import /],
  ["/assets/..%5c..%5cserver%5cindex.js", /import /],
  ["/assets/", /<a href|Index of/i],
  ["/prisma/schema.prisma", /datasource/],
  ["/.data/db/PG_VERSION", /^\d+/],
];

/** Nothing but the built client files. */
export const hiddenFiles: Story = {
  name: "10 files that are not served",
  play: (target) =>
    each(HIDDEN, async ([path, words]) => {
      const answer = await ask(target, path, { headers: from(14) });
      const shown = answer?.status === 200 && words.test(answer.body) ? [`GET ${path}: is served`] : [];
      return [...judge(answer, `GET ${path}`), ...shown];
    }),
};
