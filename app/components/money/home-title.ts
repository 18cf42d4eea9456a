import { phaseOf } from "#app/domain/index.ts";
import type { HomePage } from "#app/http/home-page.server.ts";
import type { HomeState } from "#app/http/home-state.ts";
import type { Translator } from "#app/messages/translator.ts";

type Titled = Pick<HomePage, "state" | "request" | "today"> & {
  page: Pick<HomePage["page"], "kind">;
  partner: { company: string | null } | null;
  agency: { company: string | null } | null;
  figures: { trial: { endsOn: string } | null } | null;
};

/** Home's heading: the state of the account as a sentence, or whose account it is where it pays no fee. */
export function homeTitle(
  { state, request, page, partner, agency, figures, today }: Titled,
  { t, dated }: Pick<Translator, "t" | "dated">,
): string {
  if (page.kind === "partner")
    return partner?.company ? t("partner.title", { company: partner.company }) : t("partner.titleUnnamed");
  if (page.kind === "agency")
    return agency?.company ? t("agency.title", { company: agency.company }) : t("agency.titleUnnamed");
  switch (state) {
    case "first":
      return t("home.setupTitle");
    case "request":
      if (request?.isPutAway) return t("request.head.put-away");
      return t("overview.title.request", { phase: phaseOf(request?.state ?? "ready") });
    case "trial":
      return t("overview.title.trial", { on: dated(figures?.trial?.endsOn ?? today, today) });
    default:
      return t(`overview.title.${state}`);
  }
}

/** The same in a word, for the tab: a state that matters stands before the page's name. */
export function homeTab(state: HomeState, t: Translator["t"]): string {
  switch (state) {
    case "overdue":
    case "trial":
    case "request":
    case "closed":
      return t(`overview.tab.${state}`);
    default:
      return t("home.title");
  }
}
