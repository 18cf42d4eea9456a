import { describe, expect, it } from "vitest";
import { readDemoOptions } from "#scripts/demo-options.ts";

/** What a demo is started with; fails where the words are refused. */
function options(...args: string[]) {
  const read = readDemoOptions(args, "/settled");
  if (typeof read === "string") throw new Error(read);
  return read;
}

describe("the words behind npm run demo --", () => {
  it("may be none", () => {
    expect(options()).toMatchObject({
      reset: false,
      ports: { sandbox: 3000, app: 3001, smtp: 3025 },
      channel: "smtp",
      dataDir: "/settled/.data/demo",
    });
  });

  it("give a demo on another port a folder of its own, unless they name one", () => {
    expect(options("--port", "3100").dataDir).toBe("/settled/.data/demo-3100");
    expect(options("--port", "3000", "--app-port", "3101").dataDir).toBe("/settled/.data/demo");
    expect(options("--port=3100", "--data", "/elsewhere").dataDir).toBe("/elsewhere");
  });

  it("come back in every hint, so that it speaks of the demo that was started", () => {
    expect(options().command({ reset: true })).toBe("npm run demo -- --reset");
    const started = options("--reset", "--port", "3100", "--channel", "zendesk", "--data", "/my demo's");
    expect(started.command({ reset: true })).toBe(
      "npm run demo -- --port 3100 --channel zendesk --data '/my demo'\\''s' --reset",
    );
    expect(started.command({ port: "3200", "app-port": "3101" })).toBe(
      "npm run demo -- --port 3200 --channel zendesk --data '/my demo'\\''s' --app-port 3101",
    );
  });

  it.each([
    [["--channel", "fax"], 'There is no channel "fax". Choose one of: smtp, freshdesk, zendesk, assisted.'],
    [["--port", "80a"], '--port must be a port from 1 to 65535, not "80a".'],
    [["--smtp-port", "70000"], '--smtp-port must be a port from 1 to 65535, not "70000".'],
    [["--prot", "80"], /^Unknown option '--prot'/],
  ])("are refused in one sentence when they are %j", (args, sentence) => {
    expect(readDemoOptions(args, "/settled")).toEqual(
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    );
  });
});
