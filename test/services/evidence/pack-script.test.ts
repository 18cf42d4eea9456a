import fc from "fast-check";
import { strFromU8, strToU8, Zip, ZipPassThrough, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readPackScript } from "#app/adapters/evidence/pack-script.server.ts";
import { type AccountFileJson, closureReport, packRules, parseAccountFile } from "#app/domain/index.ts";
import { anAccountFile, anAction, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";
import { run } from "../../../cli/run.ts";
import { aPack } from "./a-pack.ts";
import { remade } from "./remade-pack.ts";
import { checked, checkedZip, type Files } from "./run-pack-script.ts";

const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** A pack that holds figures and nothing else, of any account and day. */
async function figuresPack(file: AccountFileJson, on: string): Promise<Files> {
  const parsed = parseAccountFile(file);
  if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  const report = closureReport(parsed.account, { on: date(on) });
  return remade(
    {
      "verify.mjs": strToU8(await readPackScript()),
      "history.jsonl": strToU8(""),
      "account-file.json": json(file),
      "closure.json": json(report),
      "rules.json": json(packRules(file.edition, report.earliestClosing.date)),
    },
    { version: 1, reference: "SET-TEST", packedAt: `${on}T00:00:00Z`, on },
  );
}

describe("the script in an evidence pack", () => {
  it("finds the pack untouched in the folder it was unpacked to, and says its fingerprint", async () => {
    const { files, pack } = await aPack();
    const { code, said } = checked(files);
    expect([code, said]).toEqual([0, expect.stringContaining("UNTOUCHED")]);
    expect(said).toContain(pack.fingerprint);
    expect(said).toContain("every figure of closure.json");
  });

  it("holds no import but Node's own", async () => {
    const script = await readPackScript();
    const imported = [...script.matchAll(/^import .* from "(.+)";$/gm)].map(([, from]) => from);
    expect(imported.length).toBeGreaterThan(2);
    expect(imported.filter((from) => !from?.startsWith("node:"))).toEqual([]);
  });

  const nested = (files: Files, folder: string): Zippable =>
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [folder + name, bytes]));
  it.each<[string, (files: Files) => Uint8Array]>([
    ["stored", (files) => zipSync(files, { level: 0 })],
    [
      "in another order",
      (files) => zipSync(Object.fromEntries(Object.entries(files).reverse()), { level: 9 }),
    ],
    [
      "in one folder, with folders as entries",
      (files) =>
        zipSync({ "SET-1/": new Uint8Array(), "SET-1/mails/": new Uint8Array(), ...nested(files, "SET-1/") }),
    ],
    [
      "with what a Mac adds",
      (files) => zipSync({ ...files, "__MACOSX/._ticket.txt": strToU8("x"), ".DS_Store": strToU8("x") }),
    ],
    ["with Windows' slashes", (files) => zipSync(backslashed(files))],
  ])("finds a pack untouched that was packed again %s, as settled verify does", async (_how, packed) => {
    const { files } = await aPack();
    const { code, said, file } = checkedZip(packed(files), files["verify.mjs"]);
    expect([code, said]).toEqual([0, expect.stringContaining("UNTOUCHED")]);
    const { stdout, stderr } = await run(["verify", file]);
    expect([stderr, JSON.parse(stdout || "{}").outcome]).toEqual(["", "untouched"]);
  });

  it("names every file that was changed, added or taken out", async () => {
    const { files } = await aPack();
    for (const name of Object.keys(files).filter((each) => !["verify.mjs", "manifest.json"].includes(each))) {
      const bytes = Uint8Array.from(files[name] ?? []);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      const { code, said } = checkedZip(zipSync({ ...files, [name]: bytes }), files["verify.mjs"]);
      expect([name, code]).toEqual([name, 1]);
      if (name !== "account-file.json" && name !== "rules.json" && name !== "closure.json")
        expect(said).toContain(name === "SHA256SUMS" ? "SHA256SUMS" : `${name} was changed`);
    }
    expect(checked({ ...files, "more.txt": strToU8("x") }).said).toContain("more.txt was added");
    const { "ticket.txt": _gone, ...left } = files;
    expect(checked(left).said).toContain("ticket.txt is missing");
  });

  it("finds a history that was shortened and its hashes made anew", async () => {
    const { files } = await aPack();
    const [, second = ""] = strFromU8(files["history.jsonl"] ?? new Uint8Array()).split("\n");
    const shorter = remade({ ...files, "history.jsonl": strToU8(`${second}\n`) });
    expect(checked(shorter).said).toContain("history.jsonl: line 1 breaks the chain");
  });

  it("finds one figure that was altered although every hash was made anew", async () => {
    const file = anAccountFile({
      signedUpOn: isoAfter(0),
      fundingBalance: { amount: "40.00", asOf: isoAfter(100) },
      actions: [
        anAction({
          id: "1",
          trackedOn: isoAfter(110),
          locksOn: isoAfter(170),
          payout: "12.50",
          amount: "250.00",
        }),
      ],
    });
    const files = await figuresPack(file, isoAfter(140));
    expect(checked(files)).toMatchObject({ code: 0 });
    const report = JSON.parse(strFromU8(files["closure.json"] ?? new Uint8Array()));
    const figures: [string, string | number][] = [
      ["daysActive", 7],
      ["refund.refundBy", "2026-07-31"],
      ["refund.row", 1],
      ["earliestClosing.date", "2026-06-01"],
      ["earliestClosing.because.0.values.locksOn", "2026-06-01"],
      ["costToClose.days.40.fees", "0.01"],
      ["costToClose.days.89.net", "1.00"],
      ["costToClose.cheapest", "2026-12-31"],
      ["plan.minimumFee", "29.99"],
      ["checklist.2.open.0.values.payoutAmount", "12.51"],
    ];
    for (const [where, value] of figures) {
      const altered = structuredClone(report);
      const steps = where.split(".");
      const last = steps.pop() ?? "";
      steps.reduce((part, step) => part[step], altered)[last] = value;
      const { code, said } = checked(remade({ ...files, "closure.json": json(altered) }));
      expect([where, code]).toEqual([where, 1]);
      expect(said).toContain(`closure.json: ${where}`);
    }
  });

  it("finds that rows nobody could read were hushed up, and a figure that was put in beside the others", async () => {
    const file = anAccountFile({
      signedUpOn: isoAfter(0),
      unread: { actions: 3, contracts: 1 },
      actions: [anAction({ id: "1", trackedOn: isoAfter(110), locksOn: isoAfter(170) })],
    });
    const files = await figuresPack(file, isoAfter(140));
    expect(checked(files)).toMatchObject({ code: 0 });
    const report = JSON.parse(strFromU8(files["closure.json"] ?? new Uint8Array()));
    const [first, ...others] = report.unread;
    const alterations: [string, object][] = [
      ["unread", { unread: [] }],
      ["unread", { unread: [{ ...first, values: { count: 2 } }, ...others] }],
      ["refundDue", { refundDue: "100.00" }],
    ];
    for (const [where, change] of alterations) {
      const { code, said } = checked(remade({ ...files, "closure.json": json({ ...report, ...change }) }));
      expect([where, code]).toEqual([where, 1]);
      expect(said).toContain(`closure.json: ${where}`);
    }
  });

  it("takes no zip that holds a file twice: programs do not agree on which of them they show", async () => {
    const { files } = await aPack();
    const zip = twice(files, "ticket.txt", strToU8("Another text"));
    expect(checkedZip(zip, files["verify.mjs"])).toMatchObject({
      code: 1,
      said: "This pack cannot be read: ticket.txt is in it twice.\n",
    });
  });

  it("works out the same figures as Settled for accounts of every plan, by arithmetic of its own", async () => {
    const accounts = [
      ...fc.sample(accountFiles("USD"), { numRuns: 12, seed: 11 }),
      ...fc.sample(accountFiles("JPY"), { numRuns: 3, seed: 12 }),
      ...fc.sample(accountFiles("USD"), { numRuns: 5, seed: 13 }).map(withFinerAmounts),
      anAccountFile({ actions: null, invoices: null, contracts: null, catalogs: null }),
      anAccountFile({ currency: "EUR", minimumFee: null, fundingBalance: null, signedUpOn: isoAfter(0) }),
      anAccountFile({ kind: "partner" }),
      ...fc
        .sample(accountFiles("USD"), { numRuns: 6, seed: 14 })
        .map((file, at) => ({ ...file, unread: UNREAD[at % UNREAD.length] })),
      anAccountFile({
        signedUpOn: isoAfter(75),
        trialEndsOn: isoAfter(400),
        actions: [],
        unread: { actions: 1 },
      }),
    ];
    for (const [index, file] of accounts.entries())
      for (const on of [isoAfter(80 + index * 12), isoAfter(520)]) {
        const { code, said } = checked(await figuresPack(file, on));
        expect([index, on, code, code === 0 ? "" : said]).toEqual([index, on, 0, ""]);
      }
  });
});

/** A zip of these files with another one of the same name in front. */
function twice(files: Files, name: string, bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [each, content] of [[name, bytes] as const, ...Object.entries(files)]) {
    const entry = new ZipPassThrough(each);
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** Rows that nobody could read, by list. */
const UNREAD: AccountFileJson["unread"][] = [
  { actions: 3, contracts: 1 },
  { programs: 1 },
  { invoices: 2, catalogs: 1, reversals: 4 },
];

/** Amounts as fine and as negative as impact.com's lists have them. */
function withFinerAmounts(file: AccountFileJson): AccountFileJson {
  const finer = (text: string, index: number) =>
    `${index % 7 === 5 ? "-" : ""}${text}${index % 3}4${index % 10}`;
  return {
    ...file,
    actions:
      file.actions?.map((action, index) => ({
        ...action,
        amount: finer(action.amount, index),
        payout: finer(action.payout, index),
      })) ?? null,
  };
}

const backslashed = (files: Files): Zippable =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.replaceAll("/", "\\"), bytes]));
