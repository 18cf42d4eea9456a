import { type Answer, ask, each, type Findings, form, from, judge, type Story, visit } from "../target.ts";

const isTurnedAway = (answer: Answer | null): boolean =>
  answer !== null &&
  !answer.headers.get("set-cookie")?.match(/visit=[^;]{40}/) &&
  answer.headers.get("location") !== "/exit";

/** Nothing but the link that was mailed opens anything, for its own purpose. */
export const wrongLinks: Story = {
  name: "7 wrong, tampered and swapped links",
  play: async (target) => {
    const [store] = target.stores;
    const token = store.finish.slice("/l/".length);
    const stop = store.stop.slice("/stop/".length);
    const [id = "", mac = ""] = token.split(".");
    const wrong = [
      `/l/${id}`,
      `/l/${id}.`,
      `/l/.${mac}`,
      `/l/${id}.${mac.slice(1)}A`,
      `/l/${id.startsWith("A") ? "B" : "A"}${id.slice(1)}.${mac}`,
      `/l/${token}.x`,
      `/l/${mac}.${id}`,
      `/l/${token.toUpperCase()}`,
      `/l/${stop}`,
      `/l/${id}.${stop.split(".")[1]}`,
      `/l/x?token=${token}`,
      `/stop/${token}`,
      "/l/__proto__.constructor",
      `/l/${"a".repeat(4_000)}.b`,
    ];
    return each(wrong, async (path) => {
      const answer = await ask(target, path, { headers: from(40) });
      const what = `a wrong link (${path.slice(0, 12)}…)`;
      return [...judge(answer, what), ...(isTurnedAway(answer) ? [] : [`${what}: opens`])];
    });
  },
};

/**
 * A right link asked for with other methods, in other letters and places: the log of all stories is searched for its token
 * afterwards, whatever is answered here.
 */
export const linksInEveryWay: Story = {
  name: "7 right links with every method, case and query, for the log to hold none",
  play: (target) => {
    const token = target.stores[0].finish.slice("/l/".length);
    const addresses = [
      `/l/${token}`,
      `/L/${token}`,
      `/%6c/${token}`,
      `//l/${token}`,
      `/l/${token}/`,
      `/l/${token}/more`,
      `/stop/${token}`,
      `/Stop/${token}?_data=routes%2Fl.%24token`,
      `/l/x?token=${token}`,
      `/exit?link=${token}`,
      `/app?id_token=${token}`,
      `/webhooks/shopify?x=${token}`,
      `/%2fl%2f${token}`,
      `/${token}`,
    ];
    return each(
      addresses.flatMap((path) => ["GET", "POST", "PUT", "PROPFIND"].map((method) => ({ method, path }))),
      async ({ method, path }) =>
        judge(
          await ask(target, path, { method, headers: from(45) }),
          `${method} ${path.replace(token, "…")}`,
        ),
    );
  },
};

const PAGES = [
  "/exit",
  "/exit/facts",
  "/exit/review",
  "/exit/request",
  "/exit/delete",
  "/exit/accounts",
  "/exit/receipt.pdf",
];

/** A cookie nobody signed, and one of another store. */
export const forgedCookies: Story = {
  name: "7 forged cookies, and one store's cookie for another store",
  play: async (target) => {
    const [mine, other] = target.stores;
    const cookie = await visit(target, mine.finish, from(41));
    if (cookie === "") return ["the right link opens nothing"];
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    const forged = [
      `${name}=`,
      `${name}=${value.slice(0, -6)}AAAAAA`,
      `${name}=${btoa('{"link":"x","locale":"en"}')}.x`,
    ];
    const strangers = await each(
      forged.flatMap((each) => PAGES.map((path) => ({ path, cookie: each }))),
      async ({ path, cookie }) => {
        const answer = await ask(target, path, { headers: { ...from(41), cookie } });
        const shown = answer?.body.includes(mine.name) ? [`${path}: shows the store to a forged cookie`] : [];
        return [...judge(answer, `${path} with a forged cookie`), ...shown];
      },
    );
    const others = await each(PAGES, async (path) => {
      const answer = await ask(target, `${path}?shop=${other.shop}`, {
        headers: { ...from(41), cookie, "x-shop": other.shop, "x-forwarded-host": other.shop },
      });
      return answer?.body.includes(other.name) ? [`${path}: shows another store`] : [];
    });
    return [...strangers, ...others];
  },
};

/** Looking, as mail scanners do, and forms that another site makes a browser send. */
export const otherSites: Story = {
  name: "7 scanners that look, and forms from another site",
  play: async (target) => {
    const [store] = target.stores;
    const cookie = await visit(target, store.finish, from(42));
    const senders: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    const forms: [path: string, fields: Record<string, string>][] = [
      ["/exit/delete", { sure: "yes" }],
      ["/exit/stop", { confirm: "yes" }],
      ["/exit/review", { intent: "code" }],
      [`${store.stop}?_data=routes%2Fstop.%24token`, { confirm: "yes" }],
      ["/exit/delete?_data=routes%2Fexit.delete", { sure: "yes" }],
    ];
    const sent = await each(
      senders.flatMap((sender) => forms.map(([path, fields]) => ({ sender, path, fields }))),
      async ({ sender, path, fields }) => {
        const answer = await ask(target, path, form(fields, { ...from(42), cookie, ...sender }));
        const what = `a form of another site for ${path.slice(0, 14)}`;
        return [
          ...judge(answer, what),
          ...(answer?.status === 403 ? [] : [`${what}: ${answer?.status}, not 403`]),
        ];
      },
    );
    for (const method of ["GET", "HEAD"])
      for (const path of [store.finish, store.stop]) await ask(target, path, { method, headers: from(42) });
    const page = await ask(target, store.stop, { headers: from(42) });
    const still = page?.body.includes('name="confirm"')
      ? []
      : ["a look at the stop link stopped the e-mails"];
    return [...sent, ...still];
  },
};

const CODES = ["000000", "123456", "", "999999", "1 2 3 4 5 6", "' OR 1=1", "１２３４５６", "000000000000"];

/** Handing over with guessed codes. */
export const wrongCodes: Story = {
  name: "7 guessed codes",
  play: async (target) => {
    const [, store] = target.stores;
    const cookie = await visit(target, store.finish, from(43));
    const post = (fields: Record<string, string>) =>
      ask(target, "/exit/review", form(fields, { ...from(43), cookie }));
    const asked = judge(await post({ intent: "code" }), "asking for a code");
    const found: Findings = [];
    for (const code of CODES) {
      const answer = await post({
        intent: "send",
        read: "yes",
        subject: "Close",
        body: "Please close it.",
        code,
      });
      found.push(...judge(answer, `the code ${code}`));
      if (answer?.headers.get("location") === "/exit/request") found.push(`the code ${code}: hands over`);
    }
    return [...asked, ...found];
  },
};

/** One network's eleventh wish for a new link is refused; what it learns is the same for every store. */
export const newLinks: Story = {
  name: "7, 8 many wishes for new links, and which stores are known",
  play: async (target) => {
    const wish = (shop: string) => ask(target, "/exit/link", form({ shop }, from(44)));
    const [known, unknown] = [await wish(target.stores[0].shop), await wish("nobody-knows-it.myshopify.com")];
    const shown = known?.status === unknown?.status && known?.body.length === unknown?.body.length;
    let last: Answer | null = null;
    for (let round = 0; round < 9; round += 1) last = await wish("nobody-knows-it.myshopify.com");
    return [
      ...judge(known, "a wish for a new link"),
      ...(shown ? [] : ["the answer tells which stores are known"]),
      ...(last?.status === 429 ? [] : [`the eleventh wish for a new link: ${last?.status}, not 429`]),
    ];
  },
};
