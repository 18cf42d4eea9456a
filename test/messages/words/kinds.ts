/** How long a text may be, by its kind, in English characters. The first kind whose pattern fits counts. */
export type Kind = { kind: string; ids: RegExp; most: number; sentences?: number };

export const KINDS: readonly Kind[] = [
  { kind: "navigation item", ids: /^nav\.(?!uninstall)/, most: 16 },
  { kind: "home headline", ids: /^overview\.title\./, most: 60 },
  {
    kind: "page title",
    ids: /^(route|review|trial|questions|fees|ledger|setup|connect|close|export|owed|before|details)\.title$/,
    most: 40,
  },
  {
    kind: "card heading",
    ids: /^(told|move|balance|agency\.can|agency\.cannot|history|choices|draft\.conflict|status\.desk|status\.probe|receipt\.byHand|closing\.(cost|moves|tasks|pays)|editions|whatIf)(\.title)?$/,
    most: 32,
  },
  { kind: "task name", ids: /^close\.task\./, most: 32 },
  {
    kind: "badge",
    ids: /^request\.badge\.|^close\.status\.(done|unknown|openPlain)$|^closing\.sent\.(ready|sent|acknowledged|needs|closed|rejected|withdrawn)$/,
    most: 16,
  },
  { kind: "table heading", ids: /\.col\.|^closing\.column\./, most: 16 },
  {
    kind: "banner title",
    ids: /^(suppressed|unread|connect\.error|overdue|links\.installed|watch)(\.title)?$|^home\.(problems|factsNeeded)$|^overview\.band\.(title|trial|closed|first)$/,
    most: 60,
  },
  {
    kind: "banner body",
    ids: /^(suppressed\.bounce|home\.factsNeededBody|links\.installedBody)$/,
    most: 160,
    sentences: 2,
  },
  {
    kind: "error of a page",
    ids: /^failure\.(?!nextTry|lastKnown)|^(draft\.(failed|refused|changed|tooMany)|problem\.(notFoundBody|notFoundPlain|signedOutBody)|held\.(readText|writeText|signedOutText)|check\.unreachable|download\.failed)$/,
    most: 200,
    sentences: 3,
  },
  {
    kind: "field label",
    ids: /^(connect\.(sid|token)|facts\.(signedUpOn|edition|trial|trialEndsOn|balance|balanceAsOf|minimumFee|currency)|details\.accountOne|balance\.(amount|asOf|threshold)|move\.(ticketNumber|proof|statement)|review\.(subject|body|reason|recipient)|draft\.wantedOn|exit\.(shop|code\.label))$/,
    most: 28,
  },
  { kind: "consent", ids: /^choices\.\w+Help$|^exit\.delete\w+Help$/, most: 120, sentences: 2 },
  { kind: "help under a field", ids: /Help(Brand)?$/, most: 90, sentences: 2 },
  {
    kind: "error at a field",
    ids: /\.error\.(?!tooMany|edition)|^review\.finding\.|^move\.problem\.|^exit\.(shopWrong|confirmMissing|deleteChoose|deleteConfirmMissing)$/,
    most: 90,
    sentences: 2,
  },
  {
    kind: "button",
    ids: /^(review\.(submit|leave)|close\.review|exit\.(review|seeRequest|note|stop|stopSubmit|delete|deleteSubmit|sendLink|code\.send|code\.look)|route\.change|trial\.(decide|save)|move\.submit|home\.(factsGo|requestLink)|draft\.(update|startOver|keepSaved|takeLate|choose|putBack|goOn|tryAgain)|export\.(make|makeAgain|skip|download)|pack\.get|receipt\.askDesk|receipt\.pdf\.get|partner\.balanceTell|check\.again|connect\.(submit|disconnect|replace)|links\.(end|installedGo)|mailswitch\.(stop|resume)|opening\.link|freshness\.again|held\.tryAgain|common\.(save|cancel|edit))$/,
    most: 24,
  },
  { kind: "email subject", ids: /^mail\.(?!stuck|oddity|alert).*\.subject/, most: 60 },
  { kind: "assumption", ids: /^core\.assumption\./, most: 110, sentences: 2 },
  { kind: "answer to a question", ids: /^questions\..*answer|^questions\.back\./, most: 300 },
  { kind: "ticket subject", ids: /^ticket\.subject/, most: 60 },
  {
    kind: "empty state",
    ids: /^(owed\.none|history\.none|agency\.brandsNone|partner\.payout\.none|closing\.locks\.none|task\.allDone|charges\.none|ledger\.empty)$/,
    most: 90,
  },
];

/** A value of a usual length for each placeholder, so that a text is measured as it is read. */
export const SAMPLES: Readonly<Record<string, string>> = {
  on: "Sat, Aug 1",
  when: "Jul 2, 2026, 9:04 AM (Eastern Time)",
  asOf: "Jul 2, 2026, 9:04 AM (Eastern Time)",
  amount: "$140.61",
  reference: "SET-7K3M-9QPA",
  by: "Sat, Aug 1",
  task: "Expire partner contracts",
  shopName: "Acme Store",
  account: "4821",
  resource: "Contracts",
  currency: "EUR",
  sid: "IRabcdefgh",
  currencies: "USD, GBP, EUR",
};
