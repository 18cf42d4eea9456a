import type close from "./en/close.json";
import type common from "./en/common.json";
import type connect from "./en/connect.json";
import type core from "./en/core.json";
import type exit from "./en/exit.json";
import type figures from "./en/figures.json";
import type home from "./en/home.json";
import type mail from "./en/mail.json";
import type problem from "./en/problem.json";
import type routes from "./en/routes.json";
import type ticket from "./en/ticket.json";

type Catalogues = typeof close &
  typeof common &
  typeof connect &
  typeof core &
  typeof exit &
  typeof figures &
  typeof home &
  typeof mail &
  typeof problem &
  typeof routes &
  typeof ticket;

/** Every message id there is. English is the source; a test holds the other languages to the same keys. */
export type MessageId = keyof Catalogues;
