import { describe, expect, it } from "vitest";
import { everyMessageIdOf, messageIdFor } from "#app/services/outbox/message-id.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { fakeSettings } from "#test/fakes/deps.ts";

const occasion = "uninstall-warning:acme.myshopify.com:1778590800000";
const with_ = (root: string, previous: string[] = [], mailFrom = fakeSettings.operator.mailFrom) => ({
  ...fakeSettings,
  operator: { ...fakeSettings.operator, mailFrom },
  secrets: deriveSecrets(root, previous),
});
const NEW = "a-link-secret-of-at-least-32-characters";
const OLD = "another-secret-of-at-least-32-characters";

describe("the Message-ID of a mail", () => {
  it("is the same for the same occasion on every machine and day, at the sender's own domain", () => {
    expect(messageIdFor(occasion, with_(NEW))).toBe(
      "<f0f183cd4945982684a485e2ddc583ad1dbf53f4@settled.example>",
    );
  });

  it("is another for another occasion, and nobody makes it who lacks the key", () => {
    const first = messageIdFor(occasion, with_(NEW));
    expect(messageIdFor(`${occasion}1`, with_(NEW))).not.toBe(first);
    expect(messageIdFor(occasion, with_(OLD))).not.toBe(first);
  });

  it("takes the domain from a sender with a name or without one", () => {
    const domainOf = (mailFrom: string) => messageIdFor(occasion, with_(NEW, [], mailFrom)).split("@")[1];
    expect(domainOf("Settled <notices@mail.settled.example>")).toBe("mail.settled.example>");
    expect(domainOf("notices@settled.example")).toBe("settled.example>");
    expect(domainOf('"Settled @ home" <notices@settled.example>')).toBe("settled.example>");
  });

  it("is known again after the key was changed, the current one first", () => {
    const before = messageIdFor(occasion, with_(OLD));
    const all = everyMessageIdOf(occasion, with_(NEW, [OLD]));
    expect(all[0]).toBe(messageIdFor(occasion, with_(NEW)));
    expect(all).toContain(before);
    expect(everyMessageIdOf(occasion, with_(NEW))).not.toContain(before);
  });
});
