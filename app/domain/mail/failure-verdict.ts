/**
 * What a failed delivery says. `gone`: there is no such mailbox or domain. `soft`: the mailbox or its server would not
 * take this one now. `sender`: the other side refused us or the message, whoever it was for.
 */
export type FailureVerdict = "gone" | "soft" | "sender";

export type DeliveryFailure = {
  /** The report's own status, for example `5.1.1`; null when it has none. */
  status: string | null;
  /** What the receiving server said; null when it is not known. */
  diagnostic: string | null;
};

/** A server's answer is a line or some; words after these many are a stranger's prose. */
const MAX_WORDS = 2_000;
const MAX_STATUS = 40;

/**
 * RFC 3463 and its registry: 1.1 bad mailbox, 1.2 bad domain, 1.3 bad syntax, 1.6 moved, 1.9 and 1.10 domain takes no mail,
 * 2.1 disabled, 4.4 no route. Exchange numbers its own: 4.310 domain does not exist.
 */
const GONE = new Set(["1.1", "1.2", "1.3", "1.6", "1.9", "1.10", "2.1", "4.4", "4.310"]);
/** 0.0 says nothing, 1.0 only that it is about an address (the sender's, too), and 5.0 is Outlook.com's for anything. */
const SAYS_NOTHING = new Set(["0.0", "1.0", "5.0"]);
/** About the message (6), a policy (7), or the sender's address (1.7, 1.8). */
const SENDER_CODES = /^(6|7)\.|^1\.[78]$/;

/** Exchange Online's word for a mailbox its tenant does not have, under a code that says something else. */
const NO_SUCH_IN_TENANT = "recipient address rejected: access denied";

/** Each stands for the server having looked the mailbox or its domain up. */
const GONE_WORDS = [
  ...["user unknown", "unknown user", "user not found", "no such user", "invalid user", "not a known user"],
  ...["not a valid user", "user not exist", "unknown or illegal alias", "recipient does not exist"],
  ...["address unknown", "addressee unknown", "account not found", "not a valid mailbox"],
  ...["user does not exist", "user doesn't exist", "this user doesn't have a", "no such person"],
  ...["unknown recipient", "recipient unknown", "recipient not found", "no such recipient"],
  ...["invalid recipient", "recipientnotfound", "exrecipnotfound"],
  ...["mailbox not found", "mailbox does not exist", "mailbox unavailable", "mailbox is disabled"],
  ...["no such mailbox", "no mailbox here by that name", "invalid mailbox", "unknown mailbox"],
  ...["account does not exist", "account has been disabled", "account is disabled", "account closed"],
  ...["no such account", "unknown account", "unknown address", "no such address", "address does not exist"],
  ...["unrouteable address", "unroutable address", "non-existent hosts", "nonexistentdomain"],
  ...["domain not found", "domain does not exist", "no such domain", "host or domain name not found"],
  ...["host not found", "couldn't find any host named", "null mx", "does not accept mail"],
  ...["邮箱不存在", "用户不存在", "地址不存在", "收件人不存在", "域名不存在"],
];
/** These may be over tomorrow, whatever code they come under. */
const SOFT_WORDS = [
  ...["mailbox full", "is full", "inbox full", "storage full", "quota", "over flow", "overflow"],
  ...["not enough", "insufficient", "out of storage"],
  ...["too much mail data", "too large", "message size", "try again", "temporar", "greylist"],
  ...["timed out", "timeout", "time expired", "name server reply", "loop", "suspended", "is locked"],
  ...["邮箱已满", "空间不足"],
];
/** These are about who sends, how much, or what. */
const SENDER_WORDS = [
  ...["frequency", "rate limit", "at a rate", "too many", "limit exceeded", "blocked", "block list"],
  ...["blocklist", "blacklist", "black list", "spam", "reputation", "policy", "dmarc", "spf ", "dkim"],
  ...["relay access", "relay denied", "relaying", "to relay", "authentication"],
  ...["access denied", "not authorized", "sender rejected", "sender denied"],
  ...[
    "sender address",
    "sender verif",
    "bad sender",
    "client host",
    "reverse dns",
    "content denied",
    "virus",
  ],
];

/**
 * Judges by an allow-list: only what speaks of the mailbox or its domain is `gone`. A code that says nothing is passed
 * over for the diagnostic's own code, and that for its words; words that speak against it win over any code, because
 * a mail too many costs less than a merchant who is never warned.
 */
export function failureVerdict({ status, diagnostic }: DeliveryFailure): FailureVerdict {
  const words = withoutAddresses((diagnostic ?? "").slice(0, MAX_WORDS).toLowerCase());
  const has = (list: readonly string[]) => list.some((phrase) => words.includes(phrase));
  const said = codesIn(words);
  const codes = [...codesIn((status ?? "").slice(0, MAX_STATUS)), ...said];
  const telling = codes.filter(({ detail }) => !SAYS_NOTHING.has(detail));
  const isForNow = codes.some(({ kind }) => kind === "4") || (said.length === 0 && REPLY_FOR_NOW.test(words));
  if (isForNow) return "soft";
  const isTenants = telling.length > 0 && telling.every(({ detail }) => detail === "4.1");
  if (isTenants && words.includes(NO_SUCH_IN_TENANT)) return "gone";
  if (has(SOFT_WORDS)) return "soft";
  if (has(SENDER_WORDS) || telling.some(({ detail }) => SENDER_CODES.test(detail))) return "sender";
  const isGone = telling.length > 0 ? telling.every(({ detail }) => GONE.has(detail)) : has(GONE_WORDS);
  return isGone ? "gone" : "soft";
}

/** What stands in an address, or is the name asked of the DNS, says nothing of it: `owner@loop-spam.example`. */
const withoutAddresses = (text: string): string =>
  text
    .split(/([\s<>()[\],;"']+)/)
    .filter((part) => !part.includes("@") && !part.startsWith("name="))
    .join("")
    .split(/\s+/)
    .join(" ");

/** `450 …` or `smtp; 450 …`. */
const REPLY_FOR_NOW = /^(?:[a-z-]{1,20}; ?)?4\d\d(?!\d)/;

/** Enhanced status codes in a text; an address of four numbers or a version is none. */
const codesIn = (text: string): { kind: string; detail: string }[] =>
  [...text.matchAll(/(?<![\d.])(?<![a-z/_]-?)([45])\.(\d{1,3}\.\d{1,3})(?![\w-]|\.\d)/g)].map(
    ([, kind = "", detail = ""]) => ({ kind, detail }),
  );
