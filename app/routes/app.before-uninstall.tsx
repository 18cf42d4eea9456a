import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Link, List, Page, Text } from "@shopify/polaris";
import { BeforeFacts } from "#app/components/closing/before-facts.tsx";
import { ClosingHead } from "#app/components/closing/closing-head.tsx";
import { Fold } from "#app/components/closing/fold.tsx";
import { UninstallWays } from "#app/components/closing/uninstall-ways.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { requireShop } from "#app/http/require-shop.server.ts";
import { spaced } from "#app/messages/close-up.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { previewWarning } from "#app/services/mail/preview-warning.server.ts";
import { showBeforeUninstall } from "#app/services/uninstall/show-before-uninstall.server.ts";
import { showChoices } from "#app/services/uninstall/show-choices.server.ts";
import closingStyles from "#app/styles/closing.css?url";

export const links = () => [{ rel: "stylesheet", href: closingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const view = await showBeforeUninstall({ shop }, deps);
  const choices = await showChoices({ shop }, deps);
  if (!view || !choices) throw new Response(null, { status: 404 });
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  return { view, preview: previewWarning({ warning: choices.warning, locale }, deps) };
}

export const meta = pageTitle("before.title");

export default function BeforeUninstall() {
  const { view, preview } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page>
      <ClosingHead title={t("before.title")} />
      <BlockStack gap="400">
        {view.closed ? (
          <Card>
            <Text as="p">{t("before.closed")}</Text>
          </Card>
        ) : (
          <>
            <BeforeFacts view={view} />
            <UninstallWays view={view} />
          </>
        )}
        <EmailCard preview={preview} />
        <Card padding="0">
          <div id="how">
            <Fold title={t("before.way.how")}>
              <Text as="p">{t("before.howText")}</Text>
            </Fold>
          </div>
          <Fold title={t("before.stops")} open>
            <List>
              <List.Item>{t("before.stops.checks")}</List.Item>
              <List.Item>{t("before.stops.reminders")}</List.Item>
              {view.closed ? null : <List.Item>{t("before.stops.store")}</List.Item>}
            </List>
          </Fold>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** The one mail that comes without a tick, as it would be sent today; or that none comes, and how to change that. */
function EmailCard({ preview }: { preview: { subject: string; lines: string[] } }) {
  const { view } = useLoaderData<typeof loader>();
  const { t, instant } = useTranslator();
  const { email, mailStoppedAt, timeZone } = view;
  return (
    <div id="email">
      <Card>
        <Text as="h2" variant="headingMd">
          {t("before.email")}
        </Text>
        {mailStoppedAt ? (
          <Text as="p" fontWeight="semibold">
            {spaced(t("before.mailStopped", { when: instant(mailStoppedAt, timeZone) }))}
            <Link url="/app/setup">{t("before.mailSwitch")}</Link>
          </Text>
        ) : (
          <>
            <Text as="p" tone="subdued">
              {spaced(email ? t("before.mailTo", { email }) : t("setup.contactNone"))}
              <Link url="/app/setup">{t("before.emailOff")}</Link>
            </Text>
            <blockquote className="asked">
              <b>{preview.subject}</b>
              <span className="cell-note">{preview.lines[1] ?? preview.lines[0]}</span>
            </blockquote>
            <details className="table-fold">
              <summary>{t("before.way.see")}</summary>
              {preview.lines.map((line) => (
                <p key={line} className="step-note">
                  {line}
                </p>
              ))}
            </details>
          </>
        )}
      </Card>
    </div>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
