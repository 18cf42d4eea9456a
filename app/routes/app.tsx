import font from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { WhyProvider } from "#app/components/account/why-provider.tsx";
import { HeldBanner } from "#app/components/answers/held-banner.tsx";
import { FocusHeading } from "#app/components/page/focus-heading.tsx";
import { frameTitle } from "#app/components/page/page-title.ts";
import { PolarisFrame } from "#app/components/page/polaris-frame.tsx";
import { ReloadProvider } from "#app/components/page/reload.tsx";
import { SavedToast } from "#app/components/page/saved-toast.tsx";
import { TranslatorProvider, useTranslator } from "#app/components/page/translator.tsx";
import { usePlaces } from "#app/components/page/use-places.ts";
import { askedLocale } from "#app/http/asked-locale.ts";
import { adminUrlOf } from "#app/http/opening.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { touchShop } from "#app/http/touch-shop.server.ts";
import { showPlaces } from "#app/services/account/show-places.server.ts";
import frameStyles from "#app/styles/frame.css?url";
import { polarisWords } from "#words";

export const links = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: frameStyles },
  // Asked for beside the style sheets, so that it is there for the first picture and nothing moves when it comes.
  { rel: "preload", href: font, as: "font", type: "font/woff2", crossOrigin: "anonymous" as const },
];

export const meta = frameTitle("root", (name) => name);

export async function loader(args: LoaderFunctionArgs) {
  const { shop, pageDeps: deps } = await requireShop(args);
  const { container } = args.context;
  const { searchParams } = new URL(args.request.url);
  // The admin opens a page with a token in its address; each request after that proves itself by another.
  if (searchParams.has("id_token")) deps.log.info({ shop }, "the app was opened from the admin");
  const locale = askedLocale(args.request);
  await touchShop({ shop, locale }, deps);
  return {
    apiKey: container.config.SHOPIFY_API_KEY,
    adminUrl: adminUrlOf(shop, container.config),
    locale,
    places: await showPlaces({ shop }, deps),
  };
}

/** The language stays for the life of the page; only a new document brings another. */
export const shouldRevalidate = () => false;

export default function App() {
  const { apiKey, adminUrl, locale, places: first } = useLoaderData<typeof loader>();
  const places = usePlaces(first);
  return (
    <PolarisFrame i18n={polarisWords(locale)}>
      <TranslatorProvider locale={locale}>
        <Navigation {...places} />
        <SavedToast />
        <HeldBanner apiKey={apiKey} />
        <FocusHeading />
        <WhyProvider adminUrl={adminUrl}>
          <main>
            <ReloadProvider>
              <Outlet />
            </ReloadProvider>
          </main>
        </WhyProvider>
      </TranslatorProvider>
    </PolarisFrame>
  );
}

/** The same places in the same order on every page of an account; "Close account" is always one of them. */
function Navigation({ hasFees }: { hasFees: boolean }) {
  const { t } = useTranslator();
  return (
    <NavMenu>
      <a href="/app" rel="home">
        {t("app.name")}
      </a>
      {hasFees ? <a href="/app/fees">{t("nav.fees")}</a> : null}
      {hasFees ? <a href="/app/ledger">{t("nav.ledger")}</a> : null}
      <a href="/app/close">{t("nav.close")}</a>
      <a href="/app/before-uninstall">{t("nav.uninstall")}</a>
      <a href="/app/setup">{t("nav.setup")}</a>
    </NavMenu>
  );
}

export {
  LayoutErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
