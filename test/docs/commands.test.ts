import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SETTING_NAMES } from "#app/config.server.ts";
import { schema } from "#app/config-schema.server.ts";

// The Shopify CLI asks for a login, so its steps are not walked here: what they name is checked as text.
const read = (file: string) => readFileSync(file, "utf8");
const pages = ["README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md")];
const { scripts, dependencies, devDependencies } = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));
const cli = z
  .object({ commands: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(read("node_modules/@shopify/cli/oclif.manifest.json")));

/** Every match of a pattern's first group in a page, as "page: match". */
const named = (files: readonly string[], pattern: RegExp) =>
  files.flatMap((file) => [...read(file).matchAll(pattern)].map(([, match = ""]) => ({ file, match })));
const tell = ({ file, match }: { file: string; match: string }) => `${file}: ${match}`;

describe("what the pages tell people to run", () => {
  it("is a script of package.json, where it is one of npm's", () => {
    const runs = named([...pages, ".env.example", "compose.yaml"], /npm run (?:-s )?([a-z][\w:-]*)/g);
    expect(runs.length).toBeGreaterThan(30);
    expect(runs.filter(({ match }) => !(match in scripts)).map(tell)).toEqual([]);
  });

  it("is a command the Shopify CLI of this folder has", () => {
    const runs = [
      ...named(pages, /npx shopify ((?:app|theme|auth)(?: [a-z]+)+)/g),
      ...named(["package.json"], /"shopify ((?:app|theme|auth)(?: [a-z]+)+)"/g),
    ];
    expect(runs.map(({ match }) => match)).toContain("app config link");
    // "app env" alone is a topic: whoever runs it says which of its commands.
    const ids = Object.keys(cli.commands).map((id) => `${id.replaceAll(":", " ")} `);
    const isKnown = ({ match }: { match: string }) =>
      ids.some((id) => `${match} `.startsWith(id) || id.startsWith(`${match} `));
    expect(runs.filter((run) => !isKnown(run)).map(tell)).toEqual([]);
  });

  it("comes with npm install, where it is run by npx", () => {
    const bins = new Set(
      Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => {
        const { bin } = JSON.parse(read(`node_modules/${name}/package.json`));
        return typeof bin === "string" ? [path.basename(name)] : Object.keys(bin ?? {});
      }),
    );
    const runs = named(pages, /npx (?!shopify app)([a-z][\w-]*)/g);
    expect(runs.filter(({ match }) => !bins.has(match)).map(tell)).toEqual([]);
  });

  it("is a file that exists, where Node runs one", () => {
    const runs = named(pages, /\bnode (?:--\S+ )*([\w./-]+\.(?:ts|mjs))/g);
    // The last one lies in every evidence pack.
    const isThere = ({ match }: { match: string }) => existsSync(match) || match === "verify.mjs";
    expect(runs.filter((run) => !isThere(run)).map(tell)).toEqual([]);
  });
});

describe("what the pages point to", () => {
  it("exists, where it is a file of the project", () => {
    const links = named(pages, /\]\((?!https?:|mailto:|#)([^)#\s]+)/g);
    expect(links.length).toBeGreaterThan(50);
    const isThere = ({ file, match }: { file: string; match: string }) =>
      existsSync(path.join(path.dirname(file), match));
    expect(links.filter((link) => !isThere(link)).map(tell)).toEqual([]);
    const words = named(
      ["README.md", ".env.example"],
      /[`(]((?:app|cli|docs|prisma|sandbox|schemas|scripts|test|ops)\/[\w./$[\]-]+|[\w.-]+\.toml)[`)]/g,
    );
    expect(words.map(({ match }) => match)).toContain("shopify.app.toml");
    const isTopic = (word: string) => read("shopify.app.toml").includes(`"${word}"`);
    expect(words.filter(({ match }) => !existsSync(match) && !isTopic(match)).map(tell)).toEqual([]);
  });

  it("is a setting the app reads, and stands in .env.example", () => {
    const settings = named(
      ["README.md", "docs/operations.md", "docs/postgresql.md", "docs/mail.md"],
      /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g,
    );
    expect(settings.map(({ match }) => match)).toContain("TICKET_CHANNEL");
    const example = read(".env.example");
    const isKnown = ({ match }: { match: string }) =>
      OTHERS.includes(match) || (SETTING_NAMES.includes(match) && example.includes(`\n${match}=`));
    expect(settings.filter((setting) => !isKnown(setting)).map(tell)).toEqual([]);
  });

  it("is an address the app answers", () => {
    const routes = new Set(
      globSync("app/routes/*").map((file) => `/${path.basename(file).split(".").slice(0, -1).join("/")}`),
    );
    const probes = named(["README.md", "docs/operations.md"], /`(\/[a-z]+z)`/g);
    expect(new Set(probes.map(({ match }) => match))).toEqual(new Set(["/healthz", "/readyz", "/stuckz"]));
    expect(probes.filter(({ match }) => !routes.has(match)).map(tell)).toEqual([]);
  });

  it("is a time the app keeps to, where README says how long an end takes", () => {
    const drain = schema.shape.DRAIN_SECONDS.parse(undefined);
    expect(read("README.md").replace(/\s+/g, " ")).toContain(
      `lets requests (${drain / 4} s) and jobs (${drain / 2} s) end, and is gone within ${drain} seconds`,
    );
  });
});

/** A setting of Node's, which the app does not read, and a list in the code. */
const OTHERS = ["NODE_EXTRA_CA_CERTS", "MAILED_STEPS"];
