import { Banner, BlockStack, Link } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AccountKind } from "#app/domain/index.ts";
import type { StoreStop } from "#app/ports/index.ts";

/** A store that is paused, frozen or closed leaves impact.com running, as an uninstall does (D9). */
export function StoreStopBanner({ stop, kind }: { stop: StoreStop | null; kind: AccountKind }) {
  const { t } = useTranslator();
  if (stop === null) return null;
  return (
    <Banner tone="warning" title={t("store.stopped", { stop })}>
      <BlockStack gap="200">
        <p>{t("store.goesOn", { kind })}</p>
        <p>
          <Link url="/app/close">{t("home.closeLink")}</Link>
        </p>
      </BlockStack>
    </Banner>
  );
}
