import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { showMailStop, stopMail } from "#app/services/history/stop-mail.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const shown = await showMailStop({ shop }, container.deps);
  return { shopName: shown?.shopName ?? shop, stopped: shown?.stopped === true };
}

/** As with the link in the e-mail: one page, one button. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const meant = (await readForm(request)).get("confirm") === "yes";
  if (meant) await stopMail({ shop, actor: LINK_ACTOR }, container.deps);
  return json({ stopped: meant });
}

export default function ExitStop() {
  const { shopName, stopped } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.stopped ?? stopped;
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("exit.stopTitle")}</h1>
      {done ? (
        <p role="status">
          <strong>{t("exit.stopped")}</strong>
        </p>
      ) : (
        <form method="post">
          <p>{t("exit.stopBody", { shopName })}</p>
          <button type="submit" name="confirm" value="yes" className="button">
            {t("exit.stopSubmit")}
          </button>
        </form>
      )}
    </>
  );
}

export const meta = exitTitle("exit.stopTitle");
export const headers: HeadersFunction = () => PAGE_HEADERS;
