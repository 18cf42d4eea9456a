import { ask, each, type Findings, form, from, judge, type Story, type Target, visit } from "../target.ts";

/** Under the limit of a form, far above what any field takes. */
const KILOBYTES_120 = 120_000;
const fill = (piece: string): string => piece.repeat(Math.floor(KILOBYTES_120 / piece.length));

/** Each of them once kept a text function busy for long, or could. */
const LONG_TEXTS = ["1 ", "4", "a@", "-", "Bearer ", "x=", "\u00a0"].map(fill);

const FIELDS: [path: string, field: string][] = [
  ["/exit/review", "body"],
  ["/exit/review", "subject"],
  ["/exit/review", "reason"],
  ["/exit/review", "code"],
  ["/exit/accounts", "accounts"],
  ["/exit/note", "words"],
  ["/exit/facts", "signUpDate"],
  ["/exit/link", "shop"],
];

/** Refused soon, while others are served. */
export const longTexts: Story = {
  name: "3 120 kB of hostile text in every field",
  play: async (target) => {
    const cookie = await visit(target, target.stores[0].finish, from(50));
    const tries = FIELDS.flatMap(([path, field]) => LONG_TEXTS.map((text) => ({ path, field, text })));
    return each(tries, async ({ path, field, text }) => {
      const what = `${field} of ${path} full of ${JSON.stringify(text.slice(0, 7))}`;
      const [answer, alive] = await Promise.all([
        ask(target, path, form({ read: "yes", [field]: text }, { ...from(50 + (text.length % 40)), cookie })),
        ask(target, "/healthz", { headers: from(50) }),
      ]);
      const held = alive?.status === 200 ? [] : [`${what}: nobody else is served meanwhile`];
      return [...judge(answer, what), ...held];
    });
  },
};

type Odd = [what: string, init: RequestInit, statuses: number[]];

const multipart = (body: string): RequestInit => ({
  method: "POST",
  body,
  headers: { "content-type": "multipart/form-data; boundary=x" },
});
const part = (disposition: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}\r\n--x--\r\n`;

const ODD_FORMS: Odd[] = [
  ["a form that is cut", multipart("--x\r\nnothing of a form"), [400]],
  [
    "a form without its boundary",
    { ...multipart("a"), headers: { "content-type": "multipart/form-data" } },
    [400],
  ],
  ["a file where none belongs", multipart(part('name="body"; filename="a.txt"', "text")), [400]],
  [
    "a form beyond the limit",
    { method: "POST", body: new URLSearchParams({ body: "a".repeat(200_000) }) },
    [413],
  ],
  [
    "a text that is no form",
    { method: "POST", body: "{}", headers: { "content-type": "application/json" } },
    [415],
  ],
  ["an SVG", { method: "POST", body: "<svg/>", headers: { "content-type": "image/svg+xml" } }, [415]],
];

const PAGES = [
  "/exit/review",
  "/exit/facts",
  "/exit/route",
  "/exit/note",
  "/exit/accounts",
  "/exit/link",
  "/exit/stop",
];

/** Told apart from forms, never a fault of ours. */
export const oddForms: Story = {
  name: "10 forms that are none",
  play: async (target) => {
    const cookie = await visit(target, target.stores[0].finish, from(51));
    return each(
      PAGES.flatMap((path) => ODD_FORMS.map(([what, init, statuses]) => ({ path, what, init, statuses }))),
      async ({ path, what, init, statuses }) => {
        const headers = { ...from(51), ...(init.headers as Record<string, string>), cookie };
        const answer = await ask(target, path, { ...init, headers });
        const said = `${what}, for ${path}`;
        const wrong =
          answer && !statuses.includes(answer.status) ? [`${said}: ${answer.status}, not ${statuses}`] : [];
        return [...judge(answer, said), ...wrong];
      },
    );
  },
};

const ODD_WORDS = [
  "__proto__",
  "constructor",
  "toString",
  "a\u0000b",
  "\ufffe",
  "\r\n.\r\nQUIT",
  "=cmd()",
  "{0}",
  "-1",
  "1e309",
  "NaN",
];

/** Every name a form of ours has; a word nobody offered is no answer to any of them. */
const NAMES = [
  ...[
    "account",
    "button",
    "cardEverCharged",
    "edition",
    "trial",
    "intent",
    "read",
    "sure",
    "confirm",
    "state",
    "answer",
  ],
  ...[
    "signUpDate",
    "balance",
    "subject",
    "body",
    "reason",
    "wantedOn",
    "code",
    "locale",
    "shop",
    "task",
    "kind",
  ],
];

/** Prototype names, U+0000 and other words no list of answers holds. */
export const oddWords: Story = {
  name: "10 prototype names, U+0000 and other odd words as answers",
  play: async (target) => {
    const cookie = await visit(target, target.stores[1].finish, from(52));
    return each(
      PAGES.filter((path) => path !== "/exit/stop").flatMap((path) =>
        ODD_WORDS.map((word) => ({ path, word })),
      ),
      async ({ path, word }) => {
        const fields = Object.fromEntries(NAMES.map((name) => [name, word]));
        const headers = { ...from(52 + (word.length % 20)), cookie };
        const answer = await ask(target, path, form({ ...fields, [word]: word }, headers));
        return judge(answer, `${JSON.stringify(word)} for ${path}`);
      },
    );
  },
};

/** The page still works for its owner after all that. */
export const stillThere: Story = {
  name: "10 the stores' pages still show what they showed",
  play: async (target: Target): Promise<Findings> => {
    const found: Findings = [];
    for (const store of target.stores) {
      const cookie = await visit(target, store.finish, from(90));
      const page = await ask(target, "/exit", { headers: { ...from(90), cookie } });
      if (page?.status !== 200 || !page.body.includes(store.name))
        found.push(`${store.name}: its page is gone`);
    }
    return found;
  },
};
