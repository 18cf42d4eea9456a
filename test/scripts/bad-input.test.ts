import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { sentenceOf } from "#scripts/bad-input.ts";
import { ROOT } from "#scripts/prepare.ts";
import { childEnv } from "#test/child-env.ts";

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Every setting that is required, so that only what was typed is wrong. */
const SETTINGS = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-of-this-test",
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  LINK_SECRET: "a-link-secret-of-this-test-32-characters",
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "notices@example.com",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "support@example.com",
};
const EMPTY = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, ""]));

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "settled-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the entry of an npm script says to these words, in a folder without a .env. */
async function says(entry: string, args: string[], settings: Record<string, string> = SETTINGS) {
  const env = { ...childEnv(), NODE_ENV: "test" as const, DATA_DIR: path.join(aFolder(), "data") };
  const quiet = "--disable-warning=ExperimentalWarning";
  const child = spawn(process.execPath, [quiet, path.join(ROOT, entry), ...args], {
    cwd: aFolder(),
    env: { ...env, ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code, err: err.trim() };
}

const WHY = ["--why", "ticket 4711"];

describe("an npm script says in one sentence what was wrong with", () => {
  const noEnv =
    "There is no file .env in this folder. Copy .env.example to .env and fill in what is marked Required.";
  it.each<[string, string, string[], Record<string, string>, RegExp | string]>([
    ["a missing .env", "scripts/ops.ts", ["dead-jobs", ...WHY], EMPTY, noEnv],
    ["a missing .env", "scripts/rotate-keys.ts", [], EMPTY, noEnv],
    [
      "a missing .env",
      "scripts/note-sent-mails.ts",
      ["package.json"],
      EMPTY,
      /^There is no file package\.json\.$/,
    ],
    [
      "an unknown queue",
      "scripts/ops.ts",
      ["dead-jobs", "--revive", "nothing", ...WHY],
      SETTINGS,
      /^There is no job "nothing"\. Choose one of: handle-webhook, deliver-mail, .*\.$/,
    ],
    [
      "an unknown option",
      "scripts/ops.ts",
      ["deeds", "--nonsense"],
      SETTINGS,
      "Unknown option '--nonsense'.",
    ],
    ["an unknown option", "scripts/rotate-keys.ts", ["--nonsense"], SETTINGS, "Unknown option '--nonsense'."],
    ["an unknown option", "scripts/demo.ts", ["--nonsense"], SETTINGS, /Unknown option '--nonsense'\.$/],
    [
      "an option without its value",
      "scripts/ops.ts",
      ["dead-jobs", "--revive"],
      SETTINGS,
      "Option '--revive <value>' argument missing.",
    ],
    ["a missing file", "scripts/note-sent-mails.ts", ["none.log"], SETTINGS, "There is no file none.log."],
    ["a folder", "scripts/note-sent-mails.ts", ["."], SETTINGS, "What was given is a folder; give a file."],
    ["a folder", "scripts/rates.ts", ["."], SETTINGS, "What was given is a folder; give a file."],
    ...Object.entries({
      "an unknown verb": [["refund"], /^There is no verb "refund"\. Choose one of: find, history, /],
      "no reason": [["deeds"], /^Say why: --why "ticket 4711"\./],
      "no store": [["deletions", ...WHY], "Name the store: npm run ops -- deletions acme.myshopify.com"],
      "no case": [["history", ...WHY], "Name the case: npm run ops -- history SET-7KQ2-M9XD"],
      "two stores": [
        ["erase", "a.myshopify.com", "b", ...WHY],
        '"b" is too much: erase takes one store or case.',
      ],
      "no store's address": [
        ["revoke-links", "acme", ...WHY],
        "acme is no store's address. It ends in .myshopify.com.",
      ],
      "no reference": [["find", "4711", ...WHY], "4711 is no reference. It looks like SET-7KQ2-M9XD."],
      neither: [
        ["resend", "acme", ...WHY],
        "acme is neither a reference (SET-7KQ2-M9XD) nor a store's address.",
      ],
      "nothing to park": [
        ["park", "a.myshopify.com", ...WHY],
        "Say what of the store to park: --mail <id> or --webhook <id>.",
      ],
      "an option of another verb": [
        ["find", "SET-7KQ2-M9XD", "--revive", "x"],
        "find has no option --revive.",
      ],
      "words behind a verb that takes none": [
        ["dead-jobs", "x", ...WHY],
        "dead-jobs takes nothing behind it.",
      ],
    } satisfies Record<string, [string[], RegExp | string]>).map(
      ([what, [args, said]]): [string, string, string[], Record<string, string>, RegExp | string] => [
        what,
        "scripts/ops.ts",
        args,
        SETTINGS,
        said,
      ],
    ),
    [
      "a folder that is not there",
      "scripts/mutants.ts",
      ["app/nothing"],
      SETTINGS,
      "app/nothing is no folder of the app. For example: npm run mutants -- app/domain/closing",
    ],
    [
      "an option that is none",
      "scripts/mutants.ts",
      ["app/domain/fees", "--near"],
      SETTINGS,
      "--near is no option. For example: --own or --near=2",
    ],
    ...["scripts/test.ts", "scripts/extensions.ts", "test/harness/faults-restore.ts"].map(
      (entry): [string, string, string[], Record<string, string>, RegExp | string] => [
        "words it does not take",
        entry,
        ["stores"],
        SETTINGS,
        /^Unexpected argument 'stores'\./,
      ],
    ),
    ["a missing file", "scripts/rates.ts", ["none.csv"], SETTINGS, "There is no file none.csv."],
    ["no file at all", "scripts/rates.ts", [], SETTINGS, /^Give the ECB's daily file: /],
    ["no file at all", "scripts/note-sent-mails.ts", [], SETTINGS, /^Restore the database, /],
    [
      "a number that is none",
      "test/harness/faults-exit.ts",
      ["--seeds", "many"],
      SETTINGS,
      '"many" is no whole number from 1. For example: npm run faults:exit -- --seeds 100',
    ],
    ["a number that is none", "test/harness/faults-tickets.ts", ["--seed", "-1.5"], SETTINGS, /--seed/],
    [
      "a number that is none",
      "test/harness/faults-failover.ts",
      ["--seeds", "0"],
      SETTINGS,
      /^"0" is no whole number/,
    ],
    [
      "a number that is none",
      "test/harness/faults-sync.ts",
      ["--points", "1e3"],
      SETTINGS,
      /^"1e3" is no whole/,
    ],
    [
      "an unknown database",
      "test/harness/faults-sync.ts",
      ["--database", "mysql"],
      SETTINGS,
      'There is no database "mysql". Choose one of: postgresql, embedded.',
    ],
    ["a number that is none", "test/harness/run.ts", ["--seed", "x"], SETTINGS, /^"x" is no whole number/],
    [
      "a number that is none",
      "bench/pages.bench.ts",
      ["--actions", "x"],
      SETTINGS,
      /^"x" is no whole number/,
    ],
    ["a number that is none", "bench/sync.bench.ts", ["--actions", "x"], SETTINGS, /^"x" is no whole number/],
    ["missing settings", "scripts/post-bounce.ts", [], EMPTY, "Set SHOPIFY_APP_URL and MAIL_EVENTS_SECRET."],
    [
      "a wrong setting",
      "scripts/post-bounce.ts",
      [],
      { SHOPIFY_APP_URL: "settled", MAIL_EVENTS_SECRET: "x" },
      "SHOPIFY_APP_URL is no web address; it looks like https://settled.example.com.",
    ],
    ["a missing .env", "sandbox/main.ts", [], EMPTY, /^The sandbox cannot start:\n/],
    [
      "an unknown command",
      "cli/settled.ts",
      ["nonsense"],
      SETTINGS,
      /^command: "nonsense" is not a command; /,
    ],
    [
      "a missing file",
      "cli/settled.ts",
      ["preview", "none.json", "--on", "2026-07-01"],
      SETTINGS,
      /none\.json/,
    ],
  ])("%s: %s %j", async (_what, entry, args, settings, sentence) => {
    const { code, err } = await says(entry, args, settings);
    expect(err).toEqual(typeof sentence === "string" ? sentence : expect.stringMatching(sentence));
    expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:\d+/);
    expect(code).toBeGreaterThan(0);
  });

  it("an ECB file that is none", async () => {
    const file = path.join(aFolder(), "rates.csv");
    writeFileSync(file, "no, rates\nin, here\n");
    const { code, err } = await says("scripts/rates.ts", [file]);
    expect([code, err]).toEqual([1, 'The file has no usable rate for USD: "".']);
  });

  it("every entry of package.json that is a script of ours", () => {
    const entries = Object.values(scripts).flatMap((line) => [
      ...(line.match(/(?:scripts|bench|test)\/[\w/.-]+\.ts/g) ?? []),
      ...(line.match(/(?<=scripts\/run\.mjs )[\w-]+(?= |$)/g) ?? []).map((name) => `scripts/${name}.ts`),
    ]);
    expect(entries.length).toBeGreaterThan(12);
    for (const entry of entries)
      expect(readFileSync(entry, "utf8"), entry).toMatch(/^import "(\.|#scripts)\/one-sentence\.ts";$/m);
  });
});

describe("a fault of ours", () => {
  it("keeps its stack, because nobody at the keyboard can put it right", () => {
    expect(sentenceOf(new TypeError("x is not a function"))).toBeNull();
    expect(sentenceOf(Object.assign(new Error("no file"), { code: "ENOENT" }))).toBeNull();
  });
});
