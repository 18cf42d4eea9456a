import { describe, expect, it } from "vitest";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { openLink } from "#app/services/exit/open-link.server.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const [OLD, NEW, NEWEST] = [
  "the-old-link-secret-of-32-characters",
  "the-new-link-secret-of-32-characters",
  "the-newest-link-secret-of-32-characters",
];

async function aLinkOf(root: string) {
  const deps = createFakeDeps();
  const settings = { ...deps.settings, secrets: deriveSecrets(root, []) };
  const left = aShop({ uninstalledAt: at("2026-06-21T08:30:00Z") });
  const { shop } = left;
  await deps.db.shops.save(left);
  const input = { shop, purpose: "finish" } as const;
  const url = await issueLink(input, { ...deps, settings });
  const open = async (current: string, ...previous: string[]) => {
    const token = url.split("/").at(-1) ?? "";
    const secrets = deriveSecrets(current, previous);
    const opened = await openLink(
      { token, purpose: "finish" },
      { ...deps, settings: { ...settings, secrets } },
    );
    return opened.outcome;
  };
  return { deps, open };
}

describe("a link whose key was changed (L10)", () => {
  it("works while the old key is kept beside the new one, until it expires", async () => {
    const { deps, open } = await aLinkOf(OLD);
    expect(await open(NEW, OLD)).toBe("open");
    deps.clock.set("2026-07-21T09:00:00Z");
    expect(await open(NEW, OLD)).toBe("ended");
  });

  it("ends at once when the old key is left out, as after a leak", async () => {
    const { open } = await aLinkOf(OLD);
    expect(await open(NEW)).toBe("ended");
  });

  it("works after a second change while both older keys are kept", async () => {
    const { open } = await aLinkOf(OLD);
    expect(await open(NEWEST, NEW, OLD)).toBe("open");
    expect(await open(NEWEST, NEW)).toBe("ended");
  });

  it("is signed with the new key only", async () => {
    const { open } = await aLinkOf(NEW);
    expect(await open(NEW, OLD)).toBe("open");
    expect(await open(OLD)).toBe("ended");
  });
});
