import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { AlertsForm } from "#app/components/alerts/alerts-form.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { readAlertsForm } from "#app/http/read-alerts-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { currencyAndZoneOf } from "#app/services/account/currency-and-zone-of.server.ts";
import { saveAlerts } from "#app/services/alerts/save-alerts.server.ts";
import { seeAlert } from "#app/services/alerts/see-alert.server.ts";
import { showAlerts } from "#app/services/alerts/show-alerts.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const alerts = await showAlerts({ shop }, deps);
  if (!alerts) throw new Response(null, { status: 404 });
  return alerts;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps, learnName } = await requireShop(args);
  const data = await readForm(args.request);
  if (data.get("intent") === "seen") {
    await seeAlert({ shop, alert: String(data.get("alert")), at: String(data.get("at")) }, deps);
    return json({ problems: [] });
  }
  const { currency } = await currencyAndZoneOf(shop, deps);
  const read = readAlertsForm(data, currency);
  if (read.outcome === "rejected") return json({ problems: read.problems }, { status: 422 });
  await learnName();
  await saveAlerts({ shop, actor, limits: read.limits, byMail: read.byMail }, deps);
  return json({ problems: [] });
}

export const meta = pageTitle("alerts.title");

export default function Alerts() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page narrowWidth title={t("alerts.title")} backAction={{ content: t("setup.title"), url: "/app/setup" }}>
      <AlertsForm {...data} />
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
