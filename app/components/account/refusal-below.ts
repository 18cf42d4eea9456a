import type { PageNewsProps } from "./page-news.tsx";

type News = Pick<PageNewsProps, "page" | "overdue" | "storeStop" | "reopened" | "mail">;

/** Whether a page's first news is that impact.com refuses the token: with anything more severe it waits behind a line. */
export const refusalBelow = ({ page, overdue, storeStop, reopened, mail }: News): boolean =>
  page.failures[0]?.failure.outcome === "unauthorized" &&
  overdue?.overdue.state !== "overdue" &&
  !storeStop &&
  !mail?.suppressed &&
  !reopened?.length;
