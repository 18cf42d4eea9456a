import { later } from "#app/components/page/later.ts";

const closed = () => import("#app/components/money/closed-cards.tsx");
const requested = () => import("#app/components/money/requested-cards.tsx");

export const AgencyHome = later(() =>
  import("#app/components/account-kinds/agency-home.tsx").then(({ AgencyHome }) => AgencyHome),
);
export const PartnerHome = later(() =>
  import("#app/components/account-kinds/partner-home.tsx").then(({ PartnerHome }) => PartnerHome),
);
export const FirstRun = later(() =>
  import("#app/components/money/first-run.tsx").then(({ FirstRun }) => FirstRun),
);
export const TrialCard = later(() =>
  import("#app/components/money/trial-card.tsx").then(({ TrialCard }) => TrialCard),
);
export const RequestedCard = later(() => requested().then(({ RequestedCard }) => RequestedCard));
export const StillOpenCard = later(() => requested().then(({ StillOpenCard }) => StillOpenCard));
export const ChargedInTotalCard = later(() => closed().then(({ ChargedInTotalCard }) => ChargedInTotalCard));
export const DoubtCard = later(() => closed().then(({ DoubtCard }) => DoubtCard));
export const StillToComeCard = later(() => closed().then(({ StillToComeCard }) => StillToComeCard));
export const TimelineCard = later(() =>
  import("#app/components/money/timeline-card.tsx").then(({ TimelineCard }) => TimelineCard),
);
