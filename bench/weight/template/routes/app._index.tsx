import { useFetcher } from "@remix-run/react";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, InlineStack, Layout, Link, List, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";

export const loader = () => null;
export const action = () => ({ made: "something" });

/** An empty page that uses what the first page of Shopify's template uses: the same parts, other words. */
export default function Index() {
  const fetcher = useFetcher<typeof action>();
  const bridge = useAppBridge();
  const made = fetcher.data?.made;
  useEffect(() => {
    if (made) bridge.toast.show("Made");
  }, [made, bridge]);
  return (
    <Page>
      <TitleBar title="An empty app">
        <button type="button" onClick={() => fetcher.submit({}, { method: "POST" })}>
          Make
        </button>
      </TitleBar>
      <BlockStack gap="500">
        <Layout>
          <Layout.Section>
            <Card>
              <BlockStack gap="500">
                <Text as="h2" variant="headingMd">
                  An empty app
                </Text>
                <Text as="p" variant="bodyMd">
                  This page has nothing to say. It is as heavy as a page of Shopify's template before anybody
                  has written anything, and <Link url="https://shopify.dev">links</Link> to somewhere.
                </Text>
                <InlineStack gap="300">
                  <Button
                    loading={fetcher.state !== "idle"}
                    onClick={() => fetcher.submit({}, { method: "POST" })}
                  >
                    Make
                  </Button>
                </InlineStack>
                {made ? (
                  <Box padding="400" background="bg-surface-active" borderWidth="025" borderRadius="200">
                    <pre>{made}</pre>
                  </Box>
                ) : null}
              </BlockStack>
            </Card>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <Card>
              <List>
                <List.Item>One</List.Item>
                <List.Item>Two</List.Item>
              </List>
            </Card>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}
