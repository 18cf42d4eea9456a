import { Banner, List } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "./translator.tsx";

/** What to put right, on top of the form, with the focus moved to it; the banner itself is the alert. A problem that no entry caused has a title of its own. */
export function ErrorSummary({ messages, title }: { messages: string[]; title?: string }) {
  const { t } = useTranslator();
  const box = useRef<HTMLDivElement>(null);
  const key = messages.join("\n");
  useEffect(() => {
    if (key !== "") box.current?.focus();
  }, [key]);
  if (messages.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone="critical" title={title ?? t("error.summary")}>
        <List>
          {messages.map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      </Banner>
    </div>
  );
}
