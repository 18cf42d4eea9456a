import { Banner, List } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "./translator.tsx";

/** `targets`: the id of each message's field, in the same order; a message without one is text. */
type Props = { messages: string[]; targets?: (string | undefined)[]; title?: string };

/** What to put right, on top of the form, with the focus moved to it; the banner itself is the alert. A problem that no entry caused has a title of its own. */
export function ErrorSummary({ messages, targets = [], title }: Props) {
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
          {messages.map((message, at) => (
            <List.Item key={message}>
              {targets[at] === undefined ? (
                message
              ) : (
                <a href={`#${targets[at]}`} onClick={(event) => jumpTo(targets[at], event)}>
                  {message}
                </a>
              )}
            </List.Item>
          ))}
        </List>
      </Banner>
    </div>
  );
}

/** A link to an entry only scrolls; who follows it wants to type. */
function jumpTo(id: string | undefined, event: { preventDefault(): void }): void {
  const entry = id === undefined ? null : document.getElementById(id);
  if (!entry) return;
  event.preventDefault();
  entry.focus();
  entry.scrollIntoView({ block: "center" });
}
