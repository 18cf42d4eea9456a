import type { MetaFunction } from "@remix-run/node";
import { frameTitle, type PageName, titleIn } from "#app/components/page/page-title.ts";

const withApp = (name: string) => `${name} · Settled`;

/** On the stand-alone page, where nothing else says whose page it is. */
export const exitTitle = <Data>(page: PageName<Data>): MetaFunction => titleIn("routes/exit", page, withApp);

export const exitFrameTitle = frameTitle("routes/exit", withApp);
