import type alarm from "./en/alarm.json";
import type alerts from "./en/alerts.json";
import type charts from "./en/charts.json";
import type close from "./en/close.json";
import type closing from "./en/closing.json";
import type common from "./en/common.json";
import type connect from "./en/connect.json";
import type core from "./en/core.json";
import type desk from "./en/desk.json";
import type drafts from "./en/drafts.json";
import type exit from "./en/exit.json";
import type exitGuards from "./en/exit-guards.json";
import type exported from "./en/export.json";
import type figures from "./en/figures.json";
import type home from "./en/home.json";
import type kinds from "./en/kinds.json";
import type links from "./en/links.json";
import type mail from "./en/mail.json";
import type mailStatus from "./en/mail-status.json";
import type opening from "./en/opening.json";
import type overview from "./en/overview.json";
import type problem from "./en/problem.json";
import type publicPages from "./en/public.json";
import type receipt from "./en/receipt.json";
import type routes from "./en/routes.json";
import type status from "./en/status.json";
import type ticket from "./en/ticket.json";
import type watch from "./en/watch.json";

type Catalogues = typeof alarm &
  typeof alerts &
  typeof charts &
  typeof close &
  typeof closing &
  typeof common &
  typeof connect &
  typeof core &
  typeof desk &
  typeof drafts &
  typeof exit &
  typeof exitGuards &
  typeof exported &
  typeof figures &
  typeof home &
  typeof kinds &
  typeof links &
  typeof mail &
  typeof mailStatus &
  typeof opening &
  typeof overview &
  typeof problem &
  typeof publicPages &
  typeof receipt &
  typeof status &
  typeof routes &
  typeof ticket &
  typeof watch;

/** Every message id there is. English is the source; a test holds the other languages to the same keys. */
export type MessageId = keyof Catalogues;
