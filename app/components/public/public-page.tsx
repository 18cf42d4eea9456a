import type { MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { ExitFrame } from "#app/components/exit/exit-frame.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import type { PublicPage } from "#app/http/public-page.server.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import { translatorFor } from "#words";

/** A page outside the admin that needs neither a store nor a link: plain HTML in the reader's language. */
export function PublicFrame({ page, children }: { page: PublicPage; children: ReactNode }) {
  return (
    <TranslatorProvider locale={page.locale}>
      <ExitFrame>{children}</ExitFrame>
    </TranslatorProvider>
  );
}

export const publicTitle =
  (title: MessageId): MetaFunction =>
  ({ data }) => {
    const page = data as Pick<PublicPage, "locale"> | undefined;
    return [{ title: page ? `${translatorFor(page.locale).t(title)} · Settled` : "Settled" }];
  };
