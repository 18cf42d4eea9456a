import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FailureView, PageView } from "#app/http/page-view.server.ts";
import { failureText, nextTryText } from "#app/messages/failure-text.ts";
import { isAboutToken, TokenWays } from "./token-ways.tsx";

type Props = {
  failures: FailureView[];
  timeZone: string;
  /** A first reading of actions that has stopped, where nothing else on the page says how far it came. */
  sync?: PageView["sync"];
};

/** Which facts could not be checked, why, and when they were last seen. Nothing else on the page waits for them. */
export function ChecksFailed({ failures, timeZone, sync = null }: Props) {
  const { t } = useTranslator();
  if (failures.length === 0) return null;
  const isTokenRefused = failures.every(({ failure }) => failure.outcome === "unauthorized");
  const hasStopped = sync?.first === true && sync.stopped !== null;
  return (
    <Banner tone="warning" title={t(isTokenRefused ? "failure.tokenTitle" : "home.problems")}>
      <BlockStack gap="200">
        {failures.length === 1 ? (
          <div>
            {failures.map((each) => (
              <Failure key={each.resources.join()} {...each} timeZone={timeZone} />
            ))}
          </div>
        ) : (
          <List>
            {failures.map((each) => (
              <List.Item key={each.resources.join()}>
                <Failure {...each} timeZone={timeZone} />
              </List.Item>
            ))}
          </List>
        )}
        {hasStopped ? (
          <Text as="p">{t("sync.stoppedAt", { done: sync?.done ?? 0, planned: sync?.planned ?? 0 })}</Text>
        ) : null}
        {failures.some(({ failure }) => isAboutToken(failure)) ? <TokenWays /> : null}
      </BlockStack>
    </Banner>
  );
}

function Failure({ resources, failure, lastSeen, nextTryAt, timeZone }: FailureView & { timeZone: string }) {
  const translator = useTranslator();
  const { t, instant } = translator;
  return (
    <>
      <p>{failureText(failure, translator, timeZone, resources)}</p>
      {lastSeen ? <p>{t("failure.lastKnown", { when: instant(lastSeen, timeZone) })}</p> : null}
      {nextTryAt ? <p>{nextTryText(failure, nextTryAt, translator, timeZone)}</p> : null}
    </>
  );
}
