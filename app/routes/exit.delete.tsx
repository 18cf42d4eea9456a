import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitProblems } from "#app/components/exit/exit-problems.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OpenRequestChoice } from "#app/components/request/open-request-choice.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { PAGE_HEADERS, requireVisitor, writeVisit } from "#app/http/visitor.server.ts";
import { deleteMyData, showDeletion } from "#app/services/uninstall/delete-my-data.server.ts";

const PROBLEMS = { unread: "exit.deleteConfirmMissing", choose: "exit.deleteChoose" } as const;
const FIELDS = { unread: "sure", choose: "request" } as const;
type Answer = { problem: keyof typeof PROBLEMS };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  return showDeletion({ shop }, container.deps);
}

/** Needs a ticked box, and a decision about an open request: a scanner that sends forms must not erase anything. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { container } = context;
  const { shop, locale } = await requireVisitor(request, container);
  const data = await readForm(request);
  if (data.get("sure") !== "yes") return json<Answer>({ problem: "unread" }, { status: 422 });
  const chosen = data.get("request");
  const openRequest = chosen === "keep-until-it-ends" || chosen === "delete-too" ? chosen : null;
  const outcome = await deleteMyData({ shop, openRequest }, container.deps);
  if (outcome === "choose") return json<Answer>({ problem: "choose" }, { status: 422 });
  if (outcome === "still-installed") return redirect("/exit/delete");
  if (outcome === "due") return redirect("/exit/deleted?request=kept");
  // Nobody is known any more; the language is all that is left of the visit.
  const cookie = await writeVisit({ link: null, locale }, container);
  return redirect("/exit/deleted", { headers: { "set-cookie": cookie } });
}

export default function ExitDelete() {
  const { shopName, installed, reference } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { t } = useTranslator();
  return (
    <>
      <p>
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("exit.deleteTitle", { shopName })}</h1>
      <ExitProblems problems={problem ? [{ field: FIELDS[problem], text: t(PROBLEMS[problem]) }] : []} />
      {installed ? (
        <p>{t("exit.deleteInstalled", { shopName })}</p>
      ) : (
        <form method="post">
          <p>{t("exit.deleteBody", { shopName })}</p>
          <p>
            <strong>{t("exit.deleteAccount")}</strong>
          </p>
          {reference ? <OpenRequestChoice reference={reference} /> : null}
          <label className="check" htmlFor="sure">
            <input id="sure" name="sure" type="checkbox" value="yes" />
            <span>{t("exit.deleteConfirm")}</span>
          </label>
          <p className="actions">
            <button type="submit" className="button">
              {t("exit.deleteSubmit")}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

export const meta = exitTitle<{ shopName: string }>(({ shopName }, t) => t("exit.deleteTitle", { shopName }));
export const headers: HeadersFunction = () => PAGE_HEADERS;
