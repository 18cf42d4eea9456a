import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { PAGE_HEADERS, writeVisit } from "#app/http/visitor.server.ts";
import { openLink } from "#app/services/links/open-link.server.ts";

/** Swaps the link for a cookie and a clean address, so that the secret is in no history, referrer or screenshot. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { container } = context;
  const opened = await openLink({ token: params.token ?? "", purpose: "finish" }, container.deps);
  if (opened.outcome === "ended") return redirect("/exit/link", { headers: PAGE_HEADERS });
  const cookie = await writeVisit({ link: opened.link.idHash, locale: null }, container);
  const headers = { ...PAGE_HEADERS, "referrer-policy": "no-referrer", "set-cookie": cookie };
  return redirect("/exit", { headers });
}
