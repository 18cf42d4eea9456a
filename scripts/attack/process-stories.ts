import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../free-port.ts";
import { type Production, refusedPort, refusedStart, saidBeside } from "./production.ts";
import type { Findings } from "./target.ts";

/** What is tried with the process itself, not over HTTP. */
export type ProcessStory = { name: string; play(production: Production): Promise<Findings> };

/** README: gone within 20 seconds of SIGTERM; give it 25. */
const DRAINS_MS = 25_000;

const STACK = /\n\s+at /;

/** Refused in words a person can use; the one that runs goes on. */
export const secondStart: ProcessStory = {
  name: "2 another start on the same data, or on the same port",
  play: async ({ settings, target }) => {
    const isEmbedded = !settings.DATABASE_URL;
    // Several may use one PostgreSQL, but not one port.
    const { code, words } = isEmbedded
      ? await refusedStart({ ...settings, PORT: String(await freePort()) })
      : await refusedPort(settings);
    const first = await fetch(`${target.origin}/readyz`).catch(() => null);
    return [
      ...(code === null
        ? ["a second start is let in"]
        : code === 0
          ? ["a second start ends as if all were well"]
          : []),
      ...(STACK.test(words) || (code && words === "")
        ? [`a second start ends without a sentence: ${words.slice(0, 200)}`]
        : []),
      ...(first?.ok ? [] : ["the first start does not go on"]),
    ];
  },
};

/** Each must end the start with a sentence that names it, before anything is opened. */
const UNFIT: [name: string, value: string][] = [
  ["SEAL_KEYS", `k1:${Buffer.alloc(32).toString("base64")}`],
  ["LINK_SECRET", "a".repeat(40)],
  ["SHOPIFY_APP_URL", "http://settled-attack.com"],
  ["IMPACT_API_URL", "http://api.impact.com"],
  ["APP_BRIDGE_URL", "javascript:alert(1)"],
  ["MAIL_FROM", "Settled <a@settled-attack.com>\r\nBcc: b@settled-attack.com"],
  ["SMTP_URL", "smtp://mail.settled-attack.com"],
  ["SERVE", "live"],
  ["CLOCK_FILE", "/tmp/clock.json"],
];

/** Settings that must not pass in production. */
export const unfitSettings: ProcessStory = {
  name: "9 settings that must not pass in production",
  play: async ({ settings }) => {
    const found: Findings = [];
    for (const [name, value] of UNFIT) {
      const own = {
        PORT: String(await freePort()),
        DATA_DIR: `${settings.DATA_DIR}-unfit`,
        DATABASE_URL: "",
      };
      const { code, words } = await refusedStart({ ...settings, ...own, [name]: value });
      if (!code) found.push(`${name}: passes`);
      else if (!words.includes(name) || STACK.test(words))
        found.push(`${name}: ends without a sentence that names it`);
    }
    return found;
  },
};

/** Nobody else on the machine reads the embedded database. */
export const privateFiles: ProcessStory = {
  name: "2 files of the embedded database that others can read",
  play: async ({ settings }) => {
    if (settings.DATABASE_URL) return [];
    const files = await readdir(settings.DATA_DIR, { recursive: true });
    const all = ["", ...files.map(String)].map((file) => path.join(settings.DATA_DIR, file));
    const open: string[] = [];
    for (const file of all) {
      // A file of the database may go at any moment.
      const mode = await stat(file).then(
        (found) => found.mode,
        () => 0,
      );
      if ((mode & 0o077) !== 0) open.push(file);
    }
    return open.length > 0 ? [`${open.length} of ${all.length} files and folders can be read by others`] : [];
  },
};

const TOKEN_OF_SHOPIFY = /eyJ[\w-]{10,}\.[\w-]{10,}/;

/** The whole log of all stories before: whole lines of JSON, no secret, no token, no address, no fault of ours. */
export const wholeLog: ProcessStory = {
  name: "7, 10 the whole log: no token, no secret, no address, no fault",
  play: async ({ settings, target, app }) => {
    const { out, err } = app.said();
    const beside = saidBeside(app);
    const log = `${out}\n${err}`.toLowerCase();
    const secrets = [
      ...["SHOPIFY_API_SECRET", "LINK_SECRET", "MAIL_EVENTS_SECRET"].map((name) => [
        name,
        settings[name] ?? "",
      ]),
      ["a seal key", settings.SEAL_KEYS?.split(":")[1] ?? ""],
      ["the password of the mail server", new URL(settings.SMTP_URL ?? "").password],
      ...target.stores.flatMap(({ finish, stop }) =>
        [finish, stop].flatMap((link) =>
          (link.split("/").at(-1) ?? "").split(".").map((part) => ["part of a link's token", part]),
        ),
      ),
      ...target.stores.map(({ shop }) => ["a contact address", `owner@${shop.replace(".myshopify", "")}`]),
    ];
    const lines = out.split("\n").filter((line) => line.trim() !== "");
    const broken = lines.filter((line) => !isJson(line));
    const faults = lines.filter((line) => /"msg":"(request failed|render)"/.test(line));
    return [
      ...secrets
        .filter(([, secret = ""]) => log.includes(secret.toLowerCase()))
        .map(([what]) => `the log holds ${what}`),
      ...(TOKEN_OF_SHOPIFY.test(`${out}${err}`) ? ["the log holds a session token"] : []),
      ...(broken.length > 0
        ? [`${broken.length} lines of the log are no JSON: ${broken[0]?.slice(0, 120)}`]
        : []),
      ...(beside === "" ? [] : [`beside the log stands: ${beside.slice(0, 200)}`]),
      ...faults.map((line) => `a fault: ${line.slice(0, 300)}`).slice(0, 5),
    ];
  },
};

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Ends by itself, in time, with its last word, and lets go of its port. */
export const endOnSigterm: ProcessStory = {
  name: "1 SIGTERM to npm start, with a request under way",
  play: async ({ target, app }) => {
    const last = fetch(`${target.origin}/exit/link`).then(
      ({ status }) => status,
      () => null,
    );
    app.terminate();
    const code = await app.ended(DRAINS_MS);
    const lines = app.said().out.trim().split("\n");
    const still = await fetch(`${target.origin}/healthz`).catch(() => null);
    await last;
    return [
      ...(still ? ["it goes on after SIGTERM"] : []),
      ...(code === null ? ["npm start does not end"] : []),
      ...(lines.at(-1)?.includes('"stopped"') ? [] : [`its last word is ${lines.at(-1)?.slice(0, 200)}`]),
    ];
  },
};
