import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExitFrame } from "#app/components/exit/exit-frame.tsx";
import { TranslatorProvider, useTranslator } from "#app/components/page/translator.tsx";
import { publicTitle } from "#app/components/public/public-page.tsx";
import { openRateLimitedLink } from "#app/http/rate-limited-link.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { LED_TO, PAGE_HEADERS } from "#app/http/visitor.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { showMailStop, stopMail } from "#app/services/history/stop-mail.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";
import styles from "#app/styles/exit.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = publicTitle("exit.stopTitle");

async function shopOf({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) {
  const { deps } = context.container;
  const opened = await openRateLimitedLink({ token: params.token ?? "", purpose: "stop-mail" }, context);
  if (opened.outcome !== "open") throw redirect(LED_TO[opened.outcome], { headers: PAGE_HEADERS });
  const shop = await showMailStop(opened.link, deps);
  if (!shop) throw redirect(LED_TO.ended, { headers: PAGE_HEADERS });
  return shop;
}

/** Opening the link changes nothing; only the button, or a mail program's one-click request, stops the mails. */
export async function loader(args: LoaderFunctionArgs) {
  const shop = await shopOf(args);
  // No cookie here: the link is all there is, and a visit would outlast it.
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale") ?? shop.locale);
  return { locale, shopName: shop.shopName, stopped: shop.stopped };
}

export async function action(args: ActionFunctionArgs) {
  const shop = await shopOf(args);
  const data = await readForm(args.request);
  const meant = data.get("confirm") === "yes" || data.get("List-Unsubscribe") === "One-Click";
  if (meant) await stopMail({ shop: shop.shop, actor: LINK_ACTOR }, args.context.container.deps);
  return json({ stopped: meant });
}

export default function StopMail() {
  const { locale, shopName, stopped } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.stopped ?? stopped;
  return (
    <TranslatorProvider locale={locale}>
      <ExitFrame>
        <StopBody shopName={shopName} stopped={done} />
      </ExitFrame>
    </TranslatorProvider>
  );
}

function StopBody({ shopName, stopped }: { shopName: string; stopped: boolean }) {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t("exit.stopTitle")}</h1>
      {stopped ? (
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

export const headers: HeadersFunction = () => PAGE_HEADERS;
