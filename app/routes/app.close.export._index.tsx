import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Link, List, Page, Text } from "@shopify/polaris";
import { ExportMade } from "#app/components/export/export-made.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const view = await showExport({ shop }, deps);
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const form = await readForm(args.request);
  return json({
    outcome: await startExport({ shop, locale: nearestLocale(String(form.get("locale"))) }, deps),
  });
}

const LISTS = ["actions", "contracts", "partners", "invoices"] as const;

export const meta = pageTitle("export.title");

export default function ExportData() {
  const { kind, exists, canFetch, made, timeZone } = useLoaderData<typeof loader>();
  const busy = useNavigation().state !== "idle";
  const { t, locale } = useTranslator();
  // The first reading of the actions may still be under way: their number appears when it is known.
  const isReading = exists?.actions === null;
  const isMaking = made?.state === "running";
  const work = useBackgroundWork(
    isMaking ? "what=export" : isReading ? "what=reading" : null,
    isMaking ? "running" : "reading",
  );
  const percent = isMaking && work?.stage === "running" ? work.done : made?.percent;
  return (
    <Page title={t("export.title")} backAction={{ content: t("close.title"), url: "/app/close" }}>
      <BlockStack gap="400">
        <Inset>
          <BlockStack gap="200">
            <Text as="p">{t("export.intro")}</Text>
            <Text as="p">{t("export.inside")}</Text>
          </BlockStack>
        </Inset>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t("export.exists")}
            </Text>
            {exists ? (
              <List>
                {LISTS.map((list) => {
                  const count = exists[list];
                  return (
                    <List.Item key={list}>
                      {count === null ? t(`export.unknown.${list}`) : t(`export.count.${list}`, { count })}
                    </List.Item>
                  );
                })}
              </List>
            ) : (
              <Text as="p">{t("export.noAccount")}</Text>
            )}
            {exists && !canFetch ? <Text as="p">{t("export.noToken")}</Text> : null}
            <InlineStack gap="300">
              {exists && made?.state !== "running" ? (
                <Form method="post">
                  <input type="hidden" name="locale" value={locale} />
                  <Button submit loading={busy}>
                    {made ? t("export.makeAgain") : t("export.make")}
                  </Button>
                </Form>
              ) : null}
              <Button url="/app/close">{t("export.skip")}</Button>
            </InlineStack>
          </BlockStack>
        </Card>
        {made ? (
          <ExportMade made={{ ...made, percent: percent ?? made.percent }} timeZone={timeZone} />
        ) : null}
        {kind === "brand" ? (
          <Inset>
            <Link url="/app/close/export/partners">{t("owed.link")}</Link>
          </Inset>
        ) : null}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
