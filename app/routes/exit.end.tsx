import { type ActionFunctionArgs, type HeadersFunction, redirect } from "@remix-run/node";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { findVisitor, PAGE_HEADERS, readVisit, writeVisit } from "#app/http/visitor.server.ts";
import { endProof } from "#app/services/exit/prove-visit.server.ts";

/** For a machine others use too: the visit ends, and with it what its code had proved. The language is all that stays. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const visitor = await findVisitor(request, context);
  if (visitor) await endProof(visitor, container.deps);
  const { locale } = await readVisit(request, container);
  const cookie = await writeVisit({ link: null, locale: visitor?.locale ?? locale }, container);
  return redirect("/exit/end", { headers: { ...PAGE_HEADERS, "set-cookie": cookie } });
}

export default function ExitEnd() {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("links.ended")}</h1>
      <p role="status">{t("links.endedBody")}</p>
    </>
  );
}

export const meta = exitTitle("links.ended");
export const headers: HeadersFunction = () => PAGE_HEADERS;
