import { useFetcher } from "@remix-run/react";
import { Button, InlineStack, Text } from "@shopify/polaris";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { Inset } from "#app/components/page/inset.tsx";
import { useReload } from "#app/components/page/reload.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import { useReturn } from "#app/components/page/use-return.ts";
import type { FreshnessView } from "#app/http/page-view.server.ts";

/** Milliseconds until actions are asked for again that somebody else was reading. */
const AGAIN_MS = 5_000;

type Props = FreshnessView & {
  /** Where the page says by itself when its facts were checked; old ones are asked for again all the same. */
  silent?: boolean;
  /** In the page's head, where everything is small and nothing needs a margin of its own. */
  small?: boolean;
};

/** When the facts were checked. Old facts are shown at once and asked for again in the background. */
export function Freshness({
  connected,
  checkedAt,
  stale,
  refused,
  isSyncing,
  timeZone,
  silent = false,
  small = false,
}: Props) {
  const { t, instant } = useTranslator();
  const fetcher = useFetcher<{ outcome: string }>();
  const reload = useReload();
  const asked = useRef(false);
  const wasSyncing = useRef(isSyncing);
  const refresh = () => fetcher.submit(null, { method: "post", action: "/app/refresh" });
  useEffect(() => {
    // A reading that has ended may have begun before what is wanted now: if facts are still old, ask once more.
    if (wasSyncing.current && !isSyncing) asked.current = false;
    wasSyncing.current = isSyncing;
    if (!stale || asked.current) return;
    asked.current = true;
    refresh();
  });
  useBackgroundWork(isSyncing ? "what=reading" : null, "reading");
  const answer = fetcher.data;
  // Whoever reads them may have begun before what is wanted now, and nothing says when they end.
  const held = answer?.outcome === "busy" && stale && !isSyncing ? answer : null;
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => {
      asked.current = false;
      reload();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [held, reload]);
  // Back from impact.com: the page's facts are loaded anew, and asked for again when they are old by then.
  useReturn(() => {
    asked.current = false;
    reload();
  });
  if (silent) return null;
  const Around = small ? Fragment : Inset;
  const size = small ? { variant: "bodySm" as const } : {};
  if (!connected)
    return (
      <Around>
        <Text as="p" tone="subdued" {...size}>
          {checkedAt
            ? t("freshness.tokenDeleted", { when: instant(checkedAt, timeZone) })
            : t("freshness.notConnected")}
        </Text>
      </Around>
    );
  const busy = fetcher.state !== "idle";
  const failed = answer?.outcome === "not-kept";
  return (
    <Around>
      <Line small={small}>
        <div role="status">
          <Text as="p" tone="subdued" {...size}>
            {busy
              ? t("freshness.checking")
              : refused
                ? t(checkedAt ? "freshness.refusedSince" : "freshness.refused", {
                    when: checkedAt ? instant(checkedAt, timeZone) : "",
                  })
                : checkedAt
                  ? t("freshness.checked", { when: instant(checkedAt, timeZone) })
                  : t("freshness.never")}
          </Text>
          {failed && !busy ? <Text as="p">{t("freshness.notKept")}</Text> : null}
        </div>
        <Button variant="plain" onClick={refresh} disabled={busy} size={small ? "micro" : "medium"}>
          {t("freshness.again")}
        </Button>
      </Line>
    </Around>
  );
}

/** Small, the button follows the words, also where these take two lines. */
function Line({ small, children }: { small: boolean; children: ReactNode }) {
  return small ? (
    <div className="checked-line">{children}</div>
  ) : (
    <InlineStack gap="300" blockAlign="center">
      {children}
    </InlineStack>
  );
}
