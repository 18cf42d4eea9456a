import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { Freshness } from "#app/components/account/freshness.tsx";
import { AgencyBrand } from "#app/components/account-kinds/agency-brand.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showBrand } from "#app/services/closing/show-brand.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const shown = await showBrand({ shop, id: args.params.id ?? "" }, deps);
  if (!shown) throw new Response(null, { status: 404 });
  return { brand: shown.brand, page: pageView(shown.view) };
}

export const meta = pageTitle<{ brand: { name: string } }>(({ brand }) => brand.name);

/** How one brand of an agency is closed: by its own account, as each closing request names one (D21). */
export default function CloseBrand() {
  const { brand, page } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page
      title={t("agency.brand.title", { brand: brand.name })}
      backAction={{ content: t("close.title"), url: "/app/close" }}
      additionalMetadata={<Freshness {...page.freshness} small />}
    >
      <AgencyBrand brand={brand} />
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
