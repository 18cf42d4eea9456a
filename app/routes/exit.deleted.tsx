import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAGE_HEADERS } from "#app/http/visitor.server.ts";

/** Says the same to everybody, because nobody is known here any more. */
export const loader = ({ request }: LoaderFunctionArgs) => ({
  kept: new URL(request.url).searchParams.get("request") === "kept",
});

export default function ExitDeleted() {
  const { kept } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("exit.deletedTitle")}</h1>
      <p role="status">{t(kept ? "exit.deletedDue" : "exit.deletedBody")}</p>
      <p>{t("exit.deleteAccount")}</p>
    </>
  );
}

export const meta = exitTitle("exit.deletedTitle");
export const headers: HeadersFunction = () => PAGE_HEADERS;
