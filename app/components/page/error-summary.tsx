import { Banner, List } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslator } from "./translator.tsx";

/**
 * What to put right, on top of the form, with the focus moved to it; the banner itself is the alert. Each message leads to
 * the entry that says the same. A problem that no entry caused has a title of its own.
 */
export function ErrorSummary({ messages, title }: { messages: string[]; title?: string }) {
  const { t } = useTranslator();
  const box = useRef<HTMLDivElement>(null);
  const [entries, setEntries] = useState<(string | null)[]>([]);
  const key = messages.join("\n");
  useEffect(() => {
    if (key === "") return;
    setEntries(key.split("\n").map(entryThatSays));
    box.current?.focus();
  }, [key]);
  if (messages.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone="critical" title={title ?? t("error.summary")}>
        <List>
          {messages.map((message, at) => {
            const entry = entries[at] ?? null;
            return (
              <List.Item key={message}>
                {entry === null ? (
                  message
                ) : (
                  <a href={`#${entry}`} onClick={(event) => jumpTo(entry, event)}>
                    {message}
                  </a>
                )}
              </List.Item>
            );
          })}
        </List>
      </Banner>
    </div>
  );
}

/** The id of the entry that is described by this very message. */
function entryThatSays(message: string): string | null {
  const invalid = [...document.querySelectorAll("[aria-invalid='true'][aria-describedby]")];
  const says = (id: string) => document.getElementById(id)?.textContent?.trim() === message;
  const entry = invalid.find((each) => each.getAttribute("aria-describedby")?.split(" ").some(says));
  return entry?.id || null;
}

/** A link to an entry only scrolls; who follows it wants to type. */
function jumpTo(id: string, event: { preventDefault(): void }): void {
  const entry = document.getElementById(id);
  if (!entry) return;
  event.preventDefault();
  entry.focus();
  entry.scrollIntoView({ block: "center" });
}
