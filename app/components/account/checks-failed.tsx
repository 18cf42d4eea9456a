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
        {failures.map(({ resource, failure, lastSeen, nextTryAt }) => {
          const problem = failureText(failure, translator, timeZone);
          return (
            <List.Item key={resource}>
              {lastSeen ? t("failure.lastKnown", { problem, when: instant(lastSeen, timeZone) }) : problem}{" "}
              {nextTryAt ? nextTryText(failure, nextTryAt, translator, timeZone) : null}
            </List.Item>
          );
        })}
      </List>
    </Banner>
  );
}
