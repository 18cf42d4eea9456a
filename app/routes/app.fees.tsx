import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { BuildUpCard } from "#app/components/money/build-up-card.tsx";
import { EditionsCard } from "#app/components/money/editions-card.tsx";
import { FiguresPage } from "#app/components/money/figures-page.tsx";
import { MonthsCard } from "#app/components/money/months-card.tsx";
import { WhatIfCard } from "#app/components/money/what-if-card.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { readWhatIf } from "#app/http/read-what-if.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";

/** With this month they are more than the twelve of the year's sum, so that the year is always whole. */
const MONTHS = 12;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, pageDeps: deps } = await requireShop(args);
  const { searchParams } = new URL(args.request.url);
  const read = (known: Parameters<typeof readWhatIf>[1]) => readWhatIf(searchParams, known);
  const shown = await showFees({ shop, months: MONTHS, tried: (view) => read(view).tried }, deps);
  if (!shown) throw new Response(null, { status: 404 });
  const { view, closing, preview, whatIf } = shown;
  const { fields, errors } = read(view);
  return {
    page: pageView(view, { isOver: closing !== null }),
    closing,
    preview,
    whatIf,
    form: { fields, errors },
  };
}

export const meta = pageTitle("fees.title");

export default function Fees() {
  const { page, closing, preview, whatIf, form } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <div className="money-fees">
      <FiguresPage
        page={page}
        closing={closing}
        title={t("fees.title")}
        csv={closing ? null : "/app/figures/months.csv"}
      >
        {preview ? (
          <BlockStack gap="400">
            <BuildUpCard preview={preview} />
            <MonthsCard preview={preview} />
            <div className="money-what-if-card">
              <WhatIfCard preview={preview} whatIf={whatIf} form={form} />
            </div>
            <div className="money-editions-card">
              <EditionsCard preview={preview} />
            </div>
          </BlockStack>
        ) : null}
      </FiguresPage>
    </div>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
