import type {
  Channel,
  Clock,
  Database,
  DeadJobList,
  FlowTriggers,
  HelpDesk,
  ImpactApi,
  JobReasons,
  Limits,
  Log,
  Mailer,
  PdfWriter,
  Reckoner,
  Seal,
  ShopAccess,
  StaffDirectory,
  UninstallFeed,
} from "#app/ports/index.ts";

import type { Secrets } from "./secrets.ts";

/** Settings the use-cases need, already validated. */
export type ServiceSettings = {
  /** Public address of the app, without a trailing slash. */
  appUrl: string;
  /** impact.com's own web address, for deep links. */
  impactAppUrl: string;
  /** The keys of links, cookies, codes and pseudonyms, now and before a rotation. */
  secrets: Secrets;
  /** How closing requests go out. */
  channel: Channel;
  /** Where they go, as the merchant reads it: an e-mail address or the help desk's host name. */
  supportAddress: string;
  /** `email`: where merchants reach a person. */
  operator: { name: string; address: string; email: string; mailFrom: string };
  /** Hears of what does not get through or is stuck. */
  alertAddress: string;
};

/** Everything a use-case may reach. Each use-case names the part it needs with `Pick`. */
export type Deps = {
  db: Database;
  clock: Clock;
  impact: ImpactApi;
  mailer: Mailer;
  pdf: PdfWriter;
  /** The text of the script that lies in every evidence pack and checks it. */
  packScript: () => Promise<string>;
  reckoner: Reckoner;
  helpDesk: HelpDesk;
  log: Log;
  seal: Seal;
  access: ShopAccess;
  staff: StaffDirectory;
  flow: FlowTriggers;
  /** Null unless the operator gave the app a key to its partner account. */
  uninstallFeed: UninstallFeed | null;
  limits: Limits;
  deadJobs: DeadJobList;
  jobReasons: JobReasons;
  settings: ServiceSettings;
};
