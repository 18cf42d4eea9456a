import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementReport } from "#app/domain/index.ts";
import { anAccount, anAccountFile, date } from "#test/factories/account.ts";

const CLI = new URL("../../cli/settled.ts", import.meta.url).pathname;
// Type stripping needs Node 24, which lies in node_modules whatever runs the tests.
const NODE = new URL("../../node_modules/.bin/node", import.meta.url).pathname;

let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "account-file-"));
  file = join(folder, "account.json");
  writeFileSync(file, JSON.stringify(anAccountFile()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Result = { code: number; stdout: string; stderr: string };

/** Runs the command as a person would; `stdin` is what is piped into it. */
function settled(args: readonly string[], stdin = ""): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = execFile(NODE, [CLI, ...args], { cwd: folder }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end(stdin);
  });
}

describe("settled", () => {
  it("prints S3's table as JSON, with sentences for notes", async () => {
    const { code, stdout, stderr } = await settled([
      "statement",
      file,
      "--from",
      "2026-05-12",
      "--to",
      "2026-07-02",
      "--on",
      "2026-07-02",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    const printed = JSON.parse(stdout);
    const options = {
      from: date("2026-05-12"),
      to: date("2026-07-02"),
      on: date("2026-07-02"),
      everyDay: false,
    };
    const report = statementReport(anAccount(), options);
    const cells = (day: (typeof report.days)[number]) => [
      day.date,
      day.opening,
      day.payable,
      day.deduction,
      day.cardCharge,
      day.closing,
    ];
    expect(printed.days.map(cells)).toEqual(report.days.map(cells));
    expect(printed.totals).toEqual({ cardCharge: "105.00", deduction: "105.00" });
    expect(printed.days[1].notes[0]).toBe("New actions were tracked: 75.00 USD in commissions is now owed.");
  });

  it("reads the account from standard input", async () => {
    const { code, stdout } = await settled(
      ["preview", "-", "--on", "2026-06-05", "--months", "2"],
      JSON.stringify(anAccountFile()),
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      nextCardCharge: { date: "2026-07-01", amount: "30.00" },
      months: [{}, {}],
    });
  });

  it("takes a negative percentage as a value", async () => {
    expect((await settled(["preview", file, "--on", "2026-06-05", "--revenue", "-10%"])).code).toBe(0);
  });

  it("prints the way out and explains a figure of it", async () => {
    const closure = JSON.parse((await settled(["closure", file, "--on", "2026-06-05"])).stdout);
    expect(closure).toMatchObject({
      route: "ticket",
      daysActive: 25,
      refund: { scenario: "C" },
      earliestClosing: { date: "2026-06-20" },
    });
    const explained = await settled([
      "explain",
      file,
      "--on",
      "2026-06-05",
      "--figure",
      "closure.earliestClosing.date",
    ]);
    expect(JSON.parse(explained.stdout)).toMatchObject({
      value: "2026-06-20",
      arithmetic: ["Action 1000.1.1 (Blog) locks on 2026-06-20."],
    });
  });

  it.each(["statement FILE", "preview FILE", "closure FILE", "explain FILE", "verify PACK", "schema\n"])(
    "has help for %s",
    async (usage) => {
      const { code, stdout } = await settled([usage.split(/\s/)[0] ?? "", "--help"]);
      expect(code).toBe(0);
      expect(stdout).toContain(`settled ${usage}`);
    },
  );

  it.each([
    ["statement", ["--from", "2026-05-12", "--to", "2026-07-02"]],
    ["preview", []],
    ["closure", []],
  ])("says in the table of a %s how many rows could not be read", async (command, days) => {
    const unread = JSON.stringify({ ...anAccountFile(), unread: { actions: 3 } });
    const { code, stdout } = await settled([command, "-", ...days, "--on", "2026-07-01", "--table"], unread);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/[\s│]+/g, " ")).toMatch(/3 (of \d+ )?actions could not be read/);
  });

  it("draws tables for people", async () => {
    const { stdout } = await settled([
      "statement",
      file,
      "--from",
      "2026-05-12",
      "--to",
      "2026-07-02",
      "--on",
      "2026-07-02",
      "--table",
    ]);
    expect(stdout).toContain(
      "│ 2026-05-30 │ 0.00    │ 75.00     │ 75.00   │ 0.00      │ 75.00      │ 75.00   │ no ",
    );
  });

  it("defaults to today where the account lives, and needs no other option", async () => {
    const signedUpToday = anAccountFile({ signedUpOn: "2020-01-15", actions: [], fundingBalance: null });
    const { code, stdout } = await settled(["closure", "-"], JSON.stringify(signedUpToday));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  const FROM_TO = ["--from", "2026-05-12", "--to", "2026-07-02"];
  it.each([
    ["no command", [], "command: no command given; accepted: statement"],
    ["an unknown command", ["refund"], 'command: "refund" is not a command; accepted: statement'],
    [
      "an unknown option",
      ["preview", "account.json", "--until", "x"],
      "options: Unknown option '--until'; accepted: --on",
    ],
    [
      "an option without its value",
      ["preview", "account.json", "--on"],
      "options: Option '--on <value>' argument missing",
    ],
    ["no file", ["preview"], "FILE: is missing; accepted: the path"],
    ["two files", ["preview", "account.json", "b.json"], 'arguments: "b.json" is one too many'],
    ["a file that is not there", ["preview", "none.json"], "none.json: does not exist; accepted:"],
    [
      "a path through a file",
      ["preview", "account.json/x"],
      "account.json/x: cannot be read (ENOTDIR); accepted:",
    ],
    ["a folder", ["preview", "."], ".: is a folder; accepted:"],
    [
      "a day that does not exist",
      ["preview", "account.json", "--on", "2026-02-30"],
      '--on: "2026-02-30" is not a day; accepted:',
    ],
    ["a missing range", ["statement", "account.json"], "--from: is missing; accepted:"],
    [
      "a range that ends before it starts",
      ["statement", "account.json", "--from", "2026-07-02", "--to", "2026-05-12"],
      "--to: 2026-05-12 lies before --from",
    ],
    [
      "a day before sign-up",
      ["closure", "account.json", "--on", "2026-05-11"],
      "--on: 2026-05-11 lies before signedUpOn",
    ],
    [
      "closing before today",
      ["preview", "account.json", "--on", "2026-06-05", "--close", "2026-06-01"],
      "--close: 2026-06-01 lies before --on",
    ],
    [
      "half a month",
      ["preview", "account.json", "--on", "2026-06-05", "--months", "1.5"],
      '--months: "1.5" is not accepted',
    ],
    [
      "more than everything lost",
      ["preview", "account.json", "--on", "2026-06-05", "--revenue", "-101%"],
      '--revenue: "-101%" is not accepted',
    ],
    [
      "an unknown figure",
      ["explain", "account.json", "--on", "2026-06-05", "--figure", "fee"],
      '--figure: "fee" names no figure; accepted: statement.',
    ],
    ["no figure", ["explain", "account.json", "--on", "2026-06-05"], "--figure: is missing"],
    ["nothing on standard input", ["statement", "-", ...FROM_TO], "-: is not JSON"],
  ])("exits with 2 and one clear line for %s", async (_, args, line) => {
    const { code, stdout, stderr } = await settled(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n")[0]).toContain(line);
    expect(stderr).not.toContain("    at ");
  });

  it("gives one line for each problem of a file, with path and what is accepted", async () => {
    const broken = { ...anAccountFile({ currency: "CNY" as never, edition: "gold" as never }), extra: 1 };
    const { code, stderr } = await settled(["closure", "-", "--on", "2026-06-05"], JSON.stringify(broken));
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^edition: "gold" is not accepted; accepted: one of "starter"/),
      expect.stringMatching(/^currency: "CNY" is not accepted; accepted: one of "USD"/),
      expect.stringMatching(/^extra: is not a key of version 1; accepted: only the keys version/),
    ]);
  });
});
