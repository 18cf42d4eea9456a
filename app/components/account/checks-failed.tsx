import { Banner, List } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FailureView } from "#app/http/page-view.server.ts";
import { failureText, nextTryText } from "#app/messages/failure-text.ts";

/** Which facts could not be checked, why, and when they were last seen. Nothing else on the page waits for them. */
export function ChecksFailed({ failures, timeZone }: { failures: FailureView[]; timeZone: string }) {
  const translator = useTranslator();
  if (failures.length === 0) return null;
  const { t, instant } = translator;
  return (
    <Banner tone="warning" title={t("home.problems")}>
      <List>
        {failures.map(({ resource, failure, lastSeen, nextTryAt }) => (
          <List.Item key={resource}>
            <p>{failureText(failure, translator, timeZone)}</p>
            {lastSeen ? <p>{t("failure.lastKnown", { when: instant(lastSeen, timeZone) })}</p> : null}
            {nextTryAt ? <p>{nextTryText(failure, nextTryAt, translator, timeZone)}</p> : null}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
