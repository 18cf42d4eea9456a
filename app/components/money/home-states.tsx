/** What Home shows in one of its states only; the browser fetches it where it is shown (app/later/money/home-states.ts). */
export { AgencyHome } from "#app/components/account-kinds/agency-home.tsx";
export { PartnerHome } from "#app/components/account-kinds/partner-home.tsx";
export { ChargedInTotalCard, DoubtCard, StillToComeCard } from "./closed-cards.tsx";
export { FirstRun } from "./first-run.tsx";
export { RequestedCard, StillOpenCard } from "./requested-cards.tsx";
export { TimelineCard } from "./timeline-card.tsx";
export { TrialCard } from "./trial-card.tsx";
