import type {
  Clock,
  Database,
  ImpactApi,
  Mailer,
  Seal,
  ShopAccess,
  UninstallFeed,
} from "#app/ports/index.ts";

/** Settings the use-cases need, already validated. */
export type ServiceSettings = {
  /** Public address of the app, without a trailing slash. */
  appUrl: string;
  /** impact.com's own web address, for deep links. */
  impactAppUrl: string;
  /** Key of the link MACs, at least 32 characters. */
  linkSecret: string;
  /** The key before a rotation: links it signed stay good until they end. Null once nobody needs it. */
  linkSecretPrevious: string | null;
  /** Where closing requests go over the configured channel. */
  supportAddress: string;
  operator: { name: string; address: string; mailFrom: string };
};

/** Everything a use-case may reach. Each use-case names the part it needs with `Pick`. */
export type Deps = {
  db: Database;
  clock: Clock;
  impact: ImpactApi;
  mailer: Mailer;
  seal: Seal;
  access: ShopAccess;
  /** Null unless the operator gave the app a key to its partner account. */
  uninstallFeed: UninstallFeed | null;
  settings: ServiceSettings;
};
