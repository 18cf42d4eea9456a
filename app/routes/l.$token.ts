import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openRateLimitedLink } from "#app/http/rate-limited-link.server.ts";
import { LED_TO, newVisit, PAGE_HEADERS, writeVisit } from "#app/http/visitor.server.ts";

/** Swaps the link for a cookie and a clean address, so that the secret is in no history, referrer or screenshot. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const opened = await openRateLimitedLink({ token: params.token ?? "", purpose: "finish" }, context);
  if (opened.outcome !== "open") return redirect(LED_TO[opened.outcome], { headers: PAGE_HEADERS });
  const cookie = await writeVisit(newVisit(opened.link.idHash), context.container);
  return redirect("/exit", { headers: { ...PAGE_HEADERS, "set-cookie": cookie } });
}
