import { type ActionFunctionArgs, type HeadersFunction, json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslator } from "#app/components/translator.tsx";
import { PAGE_HEADERS } from "#app/http/visitor.server.ts";
import { requestNewLink } from "#app/services/links/request-new-link.server.ts";

/** Always the same answer: nobody learns here which stores we know. */
export async function action({ request, context }: ActionFunctionArgs) {
  const shop = String((await request.formData()).get("shop") ?? "")
    .trim()
    .toLowerCase();
  await requestNewLink({ shop }, context.container.deps);
  return json({ sent: true });
}

const MANUAL_STEPS = ["exit.manual1", "exit.manual2", "exit.manual3", "exit.manual4"] as const;

export default function ExitLink() {
  const sent = useActionData<typeof action>()?.sent ?? false;
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("exit.ended")}</h1>
      <p>{t("exit.endedBody")}</p>
      {sent ? (
        <p role="status">
          <strong>{t("exit.linkSent")}</strong>
        </p>
      ) : null}
      <form method="post">
        <label htmlFor="shop">{t("exit.shop")}</label>
        <span className="help" id="shop-help">
          {t("exit.shopHelp")}
        </span>
        <input
          id="shop"
          name="shop"
          type="text"
          aria-describedby="shop-help"
          autoComplete="off"
          spellCheck={false}
        />
        <p className="actions">
          <button type="submit" className="button">
            {t("exit.sendLink")}
          </button>
        </p>
      </form>
      <h2>{t("exit.manual")}</h2>
      <ol>
        {MANUAL_STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
