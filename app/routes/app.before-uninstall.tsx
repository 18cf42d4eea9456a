import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, Link, List, Page, Text } from "@shopify/polaris";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showBeforeUninstall } from "#app/services/uninstall/show-before-uninstall.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const shown = await showBeforeUninstall({ shop }, deps);
  if (!shown) throw new Response(null, { status: 404 });
  return shown;
}

export const meta = pageTitle("before.title");

export default function BeforeUninstall() {
  const { closed, unproved, email, mailStoppedAt, timeZone, minimum, goesOn } =
    useLoaderData<typeof loader>();
  const { t, money, instant } = useTranslator();
  const isPublished = goesOn === "brand";
  const isBrand = isPublished || goesOn === "other-brand";
  return (
    <Page title={t("before.title")} backAction={{ content: t("home.title"), url: "/app" }}>
      <BlockStack gap="400">
        <Inset>
          <Text as="p" variant="bodyLg">
            {t("before.lead")}
          </Text>
        </Inset>
        <Card>
          {closed ? (
            <Text as="p">{t("before.closed")}</Text>
          ) : (
            <BlockStack gap="200">
              {unproved ? (
                <Text as="p" fontWeight="semibold">
                  {t("before.unproved")}
                </Text>
              ) : null}
              <Text as="h2" variant="headingMd">
                {t("before.goesOn")}
              </Text>
              <List>
                {isBrand ? (
                  <>
                    <List.Item>
                      {minimum
                        ? t("before.goesOn.fee", {
                            amount: money(minimum.amount, minimum.currency),
                            estimate: String(minimum.isEstimate),
                          })
                        : t(isPublished ? "before.goesOn.feeUnknown" : "before.goesOn.otherEdition")}
                    </List.Item>
                    <List.Item>{t("before.goesOn.program")}</List.Item>
                    <List.Item>{t("before.goesOn.card")}</List.Item>
                  </>
                ) : (
                  <List.Item>{t("kinds.uninstall.body")}</List.Item>
                )}
              </List>
            </BlockStack>
          )}
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t("before.stops")}
            </Text>
            <List>
              <List.Item>{t("before.stops.checks")}</List.Item>
              {mailStoppedAt ? null : (
                <List.Item>{t(isPublished ? "before.stops.mail" : "before.stops.mailNoFigure")}</List.Item>
              )}
            </List>
            {mailStoppedAt ? (
              <Text as="p" fontWeight="semibold">
                {t("before.mailStopped", { when: instant(mailStoppedAt, timeZone) })}{" "}
                <Link url="/app/setup">{t("before.mailSwitch")}</Link>
              </Text>
            ) : (
              <Text as="p">{email ? t("before.mailTo", { email }) : t("setup.contactNone")}</Text>
            )}
          </BlockStack>
        </Card>
        {closed ? null : (
          <Inset>
            <Button variant="primary" url="/app/close">
              {t("before.do")}
            </Button>
          </Inset>
        )}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
