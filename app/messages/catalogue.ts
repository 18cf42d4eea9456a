/** The English file of each group: English is the source, and a test holds the other languages to the same keys. */
type Groups = {
  alarm: typeof import("./en/alarm.json");
  alerts: typeof import("./en/alerts.json");
  charts: typeof import("./en/charts.json");
  close: typeof import("./en/close.json");
  closing: typeof import("./en/closing.json");
  common: typeof import("./en/common.json");
  connect: typeof import("./en/connect.json");
  core: typeof import("./en/core.json");
  desk: typeof import("./en/desk.json");
  drafts: typeof import("./en/drafts.json");
  exit: typeof import("./en/exit.json");
  "exit-guards": typeof import("./en/exit-guards.json");
  export: typeof import("./en/export.json");
  figures: typeof import("./en/figures.json");
  home: typeof import("./en/home.json");
  kinds: typeof import("./en/kinds.json");
  links: typeof import("./en/links.json");
  mail: typeof import("./en/mail.json");
  "mail-status": typeof import("./en/mail-status.json");
  opening: typeof import("./en/opening.json");
  overview: typeof import("./en/overview.json");
  problem: typeof import("./en/problem.json");
  public: typeof import("./en/public.json");
  receipt: typeof import("./en/receipt.json");
  routes: typeof import("./en/routes.json");
  status: typeof import("./en/status.json");
  ticket: typeof import("./en/ticket.json");
  watch: typeof import("./en/watch.json");
};
export type Group = keyof Groups;

/** Every message id there is. */
export type MessageId = Exclude<{ [G in Group]: keyof Groups[G] }[Group], "default">;

/**
 * Every group, and who says its messages: the scripts of the pages in the admin, or only the server, in emails, tickets,
 * files and on the pages that run no script.
 */
export const GROUPS: Readonly<Record<Group, "browser" | "server">> = {
  alarm: "server",
  alerts: "browser",
  charts: "browser",
  close: "browser",
  closing: "browser",
  common: "browser",
  connect: "browser",
  core: "browser",
  desk: "server",
  drafts: "browser",
  exit: "server",
  "exit-guards": "server",
  export: "browser",
  figures: "browser",
  home: "browser",
  kinds: "browser",
  links: "browser",
  mail: "server",
  "mail-status": "server",
  opening: "server",
  overview: "browser",
  problem: "browser",
  public: "server",
  receipt: "browser",
  routes: "browser",
  status: "browser",
  ticket: "server",
  watch: "browser",
};
