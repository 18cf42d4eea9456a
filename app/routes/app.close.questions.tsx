import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { questionsOn, WAYS_BACK } from "#app/components/route/questions.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { impactLink, REACTIVATION } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  return {
    route: closing?.closingPath.route ?? "starter-ticket",
    supportUrl: impactLink("support", deps.settings.impactAppUrl),
  };
}

export const meta = pageTitle("questions.title");

export default function Questions() {
  const { route, supportUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page title={t("questions.title")} backAction={{ content: t("close.title"), url: "/app/close" }}>
      <BlockStack gap="400">
        {questionsOn(route).map(({ title, answer }) => (
          <Card key={title}>
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {t(title)}
              </Text>
              <Text as="p">{t(answer)}</Text>
            </BlockStack>
          </Card>
        ))}
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t("questions.back")}
            </Text>
            {WAYS_BACK.map((returnTo) => (
              <Text as="p" key={returnTo}>
                {t(returnTo)}
              </Text>
            ))}
            <InlineStack gap="300">
              <Button url={supportUrl} target="_blank">
                {t("receipt.byHand.link")}
              </Button>
              <Button url={REACTIVATION.page} target="_blank">
                {t("questions.back.page")}
              </Button>
              <Button url={`mailto:${REACTIVATION.email}`}>{REACTIVATION.email}</Button>
            </InlineStack>
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
