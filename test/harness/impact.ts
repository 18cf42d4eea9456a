import { createFakeImpact } from "#test/fakes/deps.ts";
import { accountOf } from "./accounts.ts";

/** impact.com as far as the stories change it: whether it takes the key, and one catalog an account has or has not. */
export function createPlayedImpact() {
  const fake = createFakeImpact();
  const withCatalog = new Set<string>();
  /** How often each account's catalog came back: no task can come undone more often. */
  const cameBack = new Map<string, number>();
  const played = {
    key: "read" as "read" | "unauthorized" | "unavailable",
    cameBack,
    hasCatalog: (shop: string) => withCatalog.has(accountOf(shop)),
    turnCatalog: async (shop: string) => {
      const account = accountOf(shop);
      if (withCatalog.delete(account)) return;
      withCatalog.add(account);
      cameBack.set(account, (cameBack.get(account) ?? 0) + 1);
    },
    api: {
      ...fake,
      readCompany: async (credentials: Parameters<typeof fake.readCompany>[0]) => {
        if (played.key === "read") return fake.readCompany(credentials);
        return played.key === "unauthorized"
          ? { outcome: "unauthorized" as const }
          : { outcome: "unavailable" as const, reason: "timeout" as const };
      },
      readCatalogs: async ({ accountSid }: { accountSid: string }) =>
        played.key === "read"
          ? {
              outcome: "read" as const,
              value: withCatalog.has(accountSid)
                ? [{ id: "C-1", name: "Shoes", status: "ACTIVE" as const }]
                : [],
            }
          : { outcome: "unavailable" as const, reason: "timeout" as const },
    },
  };
  return played;
}
