import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { ChoicesCard } from "#app/components/account/choices-card.tsx";
import { ConnectionCard } from "#app/components/account/connection-card.tsx";
import { FactsForm } from "#app/components/account/facts-form.tsx";
import { HistoryCard } from "#app/components/account/history-card.tsx";
import { MailSuppressed } from "#app/components/account/mail-suppressed.tsx";
import { MailSwitch } from "#app/components/account/mail-switch.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { BalanceForm } from "#app/components/account-kinds/balance-form.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { readFactsForm } from "#app/http/read-facts-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo, withReturn } from "#app/http/return-to.ts";
import { savedAt } from "#app/http/saved.ts";
import { type Locale, nearestLocale } from "#app/messages/locales.ts";
import { loadSummary } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { putGuideAway } from "#app/services/account/setup-guide.server.ts";
import { balanceView } from "#app/services/closing/balance-view.ts";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { showHistory } from "#app/services/history/show-history.server.ts";
import { resumeMail, stopMail } from "#app/services/history/stop-mail.server.ts";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { liftSuppression } from "#app/services/outbox/suppression.server.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const view = await loadSummary({ shop }, deps);
  if (!view) throw new Response(null, { status: 404 });
  const locale = nearestLocale(view.shop.locale);
  const { sync, freshness } = pageView(view);
  return {
    history: await showHistory({ shop }, deps),
    after: await afterUninstall({ shop, locale }, deps),
    connection: view.connection?.live && {
      kind: view.kind,
      company: view.connection.companyName,
      last4: view.connection.accountSid.slice(-4),
    },
    sync,
    freshness,
    contactEmail: view.shop.contactEmail,
    kind: view.kind,
    facts: view.facts,
    balance: balanceView(view),
    currency: view.currency,
    timeZone: view.timeZone,
    today: view.today.toString(),
    back: returnTo(new URL(args.request.url).searchParams.get("back"), "home"),
  };
}

async function afterUninstall({ shop, locale }: { shop: string; locale: Locale }, deps: Deps) {
  const shown = await showChoices({ shop }, deps);
  if (!shown) return null;
  const { warning, ...choices } = shown;
  return { ...choices, preview: previewWarning({ warning, locale }, deps) };
}

/** No object: every one of those has an answer to "constructor". */
const MAIL_INTENTS = new Map([
  ["stop-mail", stopMail],
  ["resume-mail", resumeMail],
]);

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps, learnName } = await requireShop(args);
  const data = await readForm(args.request);
  const back = returnTo(data.get("back") ?? new URL(args.request.url).searchParams.get("back"), "home");
  if (data.get("intent") === "disconnect") {
    await learnName();
    await disconnectAccount({ shop, actor }, deps);
    return redirect(savedAt(withReturn("/app/setup", back)));
  }
  const mail = MAIL_INTENTS.get(String(data.get("intent")));
  if (mail) {
    await learnName();
    await mail({ shop, actor }, deps);
    return redirect(savedAt(withReturn("/app/setup", back)));
  }
  if (data.get("intent") === "hide-guide") {
    await putGuideAway({ shop, actor }, deps);
    return json({ hidden: true });
  }
  if (data.get("intent") === "lift-suppression")
    return json({ lifted: (await liftSuppression({ shop }, deps)) === "lifted" });
  if (data.get("intent") === "choices") {
    await learnName();
    const ticked = (name: string) => data.get(name) === "yes";
    const choices = { remindBeforeFees: ticked("remindBeforeFees"), keepWatching: ticked("keepWatching") };
    await saveChoices({ shop, actor, choices }, deps);
    return redirect(savedAt("/app/setup"));
  }
  const view = await loadSummary({ shop }, deps);
  if (!view) throw new Response(null, { status: 404 });
  const read = readFactsForm(data, {
    today: view.today,
    connected: view.connection?.live === true,
    currency: view.currency,
  });
  if (read.outcome === "rejected") return json({ problems: read.problems }, { status: 422 });
  await saveFacts({ shop, actor, facts: read.facts }, deps);
  return redirect(savedAt(back.url));
}

export const meta = pageTitle("setup.title");

export default function Setup() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page title={t("setup.title")} backAction={{ content: t(data.back.title), url: data.back.url }}>
      <BlockStack gap="400">
        <ConnectionCard connection={data.connection || null} freshness={data.freshness} />
        <SyncProgress sync={data.sync} timeZone={data.timeZone} />
        {data.kind === "brand" ? (
          <FactsForm {...data} connected={Boolean(data.connection)} back={data.back.name} />
        ) : null}
        {data.kind === "partner" ? <BalanceForm {...data} back={data.back.name} /> : null}
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t("setup.contact")}
            </Text>
            <Text as="p">{data.contactEmail ?? t("setup.contactNone")}</Text>
            <MailSuppressed
              email={data.contactEmail}
              suppressed={data.after?.suppressed ?? null}
              timeZone={data.timeZone}
              isLiftedHere
            />
            <MailSwitch
              stoppedAt={data.after?.mailStoppedAt ?? null}
              timeZone={data.after?.timeZone ?? data.timeZone}
            />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t("alerts.link")}
            </Text>
            <Text as="p" tone="subdued">
              {t("alerts.linkHelp")}
            </Text>
            <InlineStack>
              <Button url="/app/setup/alerts">{t("alerts.open")}</Button>
            </InlineStack>
          </BlockStack>
        </Card>
        {data.after ? <ChoicesCard {...data.after} /> : null}
        <HistoryCard events={data.history} timeZone={data.timeZone} />
        <Text as="p" alignment="center">
          <Link url="/support" target="_blank">
            {t("support.title")}
          </Link>{" "}
          <Link url="/privacy" target="_blank">
            {t("privacy.title")}
          </Link>
        </Text>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
