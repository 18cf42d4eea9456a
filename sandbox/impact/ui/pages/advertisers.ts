import type { AdvertiserSeed } from "#sandbox/impact/state/seed.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { table } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** The brands an agency manages. */
export function advertisersPage({ t, view, date }: PageContext): Html {
  const list = table<AdvertiserSeed>(
    [
      { label: t("advertisers.name"), cell: (one) => one.name },
      {
        label: t("field.state"),
        cell: (one) =>
          html`<span class="badge ${one.state === "ACTIVE" ? "good" : "bad"}">${t(`advertisers.${one.state}`)}</span>`,
      },
      { label: t("field.currency"), cell: (one) => one.currency },
      { label: t("field.signedUp"), kind: "day", cell: (one) => date(one.createdOn) },
    ],
    view.account.seed.sandbox.advertisers,
  );
  return html`<p class="lead">${t("advertisers.lead")}</p><div class="card">${list}</div>`;
}
