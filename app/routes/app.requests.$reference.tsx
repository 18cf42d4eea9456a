import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { RequestReceipt } from "#app/components/request-receipt.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showRequest } from "#app/services/closing/show-request.server.ts";

/** While the mail is on its way the page asks again, so that "sent" appears without a reload. */
const ASK_AGAIN_MS = 2_000;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const receipt = await showRequest({ shop, reference: args.params.reference ?? "" }, deps);
  if (!receipt) throw new Response(null, { status: 404 });
  return receipt;
}

export default function Request() {
  const receipt = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const revalidator = useRevalidator();
  const waiting = receipt.state === "ready";
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => revalidator.revalidate(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, revalidator]);
  return (
    <Page
      title={t("receipt.title", { reference: receipt.reference })}
      backAction={{ content: t("close.title"), url: "/app/close" }}
    >
      <BlockStack gap="400">
        <RequestReceipt receipt={receipt} />
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/route-boundary.tsx";
