import type { MetaFunction } from "@remix-run/node";
import { type PageName, titleIn } from "#app/components/page/page-title.ts";

/** On the stand-alone page, where nothing else says whose page it is. */
export const exitTitle = <Data>(page: PageName<Data>): MetaFunction =>
  titleIn("routes/exit", page, (name) => `${name} · Settled`);
