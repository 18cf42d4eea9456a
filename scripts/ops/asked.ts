import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { DESK_VERBS, type DeskVerb } from "#app/ports/index.ts";
import type { By } from "#app/services/desk/deed.ts";
import { isShopDomain } from "#app/services/shop-domain.ts";
import { BadInput } from "../bad-input.ts";

export const USAGE = `npm run ops -- <verb> … --why "<reason>" [--as <your name>]

  find SET-7KQ2-M9XD                which store a reference is of, and how it stands
  history SET-7KQ2-M9XD             everything that happened to the case
  resend SET-7KQ2-M9XD              its ticket and its mails that were not sent begin anew, now
  resend acme.myshopify.com         all its mails that were not sent begin anew
  resend acme.myshopify.com --mail <id> [--again]    one mail, also a dropped one; --again: also a sent one
  park SET-7KQ2-M9XD                its ticket is sent no more; the merchant can send it by hand
  park acme.myshopify.com --mail <id>                this mail is sent no more
  park acme.myshopify.com --webhook <id>             this webhook is handled no more
  revoke-links acme.myshopify.com   every link and every visit of the store ends at once
  erase acme.myshopify.com [--with-request]          everything of a store that left; with its open closing request
  deletions acme.myshopify.com      when data of this store was erased
  dead-jobs [--revive <job>]        jobs that used up their tries; with --revive they begin anew
  deeds [acme.myshopify.com]        what was done here, for a store or for none

Every use is written down with your name, the time and the reason. Write no names of merchants into the reason.`;

export type Asked = {
  verb: DeskVerb;
  by: By;
  /** What stands behind the verb: one of the two, or neither. */
  shop: string | null;
  reference: string | null;
  mail: string | null;
  webhook: string | null;
  again: boolean;
  withRequest: boolean;
  revive: string | null;
};

const REFERENCE = /^SET(-[0-9A-Z]{4}){2}$/;
const LONGEST_WHY = 500;

/** What each verb takes behind it. */
const TAKES: Record<DeskVerb, ("reference" | "store" | "nothing")[]> = {
  find: ["reference"],
  history: ["reference"],
  resend: ["reference", "store"],
  park: ["reference", "store"],
  "revoke-links": ["store"],
  erase: ["store"],
  deletions: ["store"],
  "dead-jobs": ["nothing"],
  deeds: ["store", "nothing"],
};

const OPTIONS = {
  why: { type: "string" },
  as: { type: "string" },
  mail: { type: "string" },
  webhook: { type: "string" },
  revive: { type: "string" },
  again: { type: "boolean", default: false },
  "with-request": { type: "boolean", default: false },
} as const;

/** Options that only some verbs have. */
const ONLY_OF = {
  mail: ["resend", "park"],
  webhook: ["park"],
  revive: ["dead-jobs"],
  again: ["resend"],
  "with-request": ["erase"],
} as const satisfies Partial<Record<keyof typeof OPTIONS, readonly DeskVerb[]>>;

/** Reads what was typed behind `npm run ops --`. Throws a BadInput with one sentence for what cannot be meant. */
export function readAsked(words: string[]): Asked {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const [typed = "", target, ...more] = positionals;
  const verb = DESK_VERBS.find((each) => each === typed);
  if (!verb) throw new BadInput(`There is no verb "${typed}". Choose one of: ${DESK_VERBS.join(", ")}.`);
  if (more.length > 0)
    throw new BadInput(`"${more.join(" ")}" is too much: ${verb} takes one store or case.`);
  for (const [name, verbs] of Object.entries(ONLY_OF))
    if (values[name as keyof typeof ONLY_OF] && !verbs.some((each) => each === verb))
      throw new BadInput(`${verb} has no option --${name}.`);
  const { shop, reference } = targetOf(verb, target?.trim());
  if (reference !== null && (values.mail ?? values.webhook) !== undefined)
    throw new BadInput(`Name the store of a mail or webhook: npm run ops -- ${verb} acme.myshopify.com …`);
  if (verb === "park" && shop !== null && (values.mail === undefined) === (values.webhook === undefined))
    throw new BadInput("Say what of the store to park: --mail <id> or --webhook <id>.");
  if (values.again && values.mail === undefined)
    throw new BadInput("--again is for one mail: give --mail <id>.");
  return {
    verb,
    by: byOf(values),
    shop,
    reference,
    mail: values.mail ?? null,
    webhook: values.webhook ?? null,
    again: values.again,
    withRequest: values["with-request"],
    revive: values.revive ?? null,
  };
}

function targetOf(verb: DeskVerb, target: string | undefined) {
  const takes = TAKES[verb];
  if (target === undefined) {
    if (takes.includes("nothing")) return { shop: null, reference: null };
    throw new BadInput(
      `Name ${takes.includes("reference") ? "the case" : "the store"}: npm run ops -- ${verb} ${EXAMPLE[takes[0] ?? "nothing"]}`,
    );
  }
  const reference = target.toUpperCase();
  if (takes.includes("reference") && REFERENCE.test(reference)) return { shop: null, reference };
  const shop = target.toLowerCase();
  if (takes.includes("store") && isShopDomain(shop)) return { shop, reference: null };
  throw new BadInput(WRONG[takes.join("/")]?.(target) ?? `${verb} takes nothing behind it.`);
}
const EXAMPLE = { reference: "SET-7KQ2-M9XD", store: "acme.myshopify.com", nothing: "" };
const WRONG: Record<string, (target: string) => string> = {
  reference: (target) => `${target} is no reference. It looks like SET-7KQ2-M9XD.`,
  store: (target) => `${target} is no store's address. It ends in .myshopify.com.`,
  "store/nothing": (target) => `${target} is no store's address. It ends in .myshopify.com.`,
  "reference/store": (target) => `${target} is neither a reference (SET-7KQ2-M9XD) nor a store's address.`,
};

function byOf({ why, as: name }: { why?: string; as?: string }): By {
  const reason = why?.trim() ?? "";
  if (reason === "") throw new BadInput('Say why: --why "ticket 4711". It is written down with your name.');
  if (reason.length > LONGEST_WHY)
    throw new BadInput(`The reason is too long: at most ${LONGEST_WHY} characters.`);
  const who = (name ?? userInfo().username).trim();
  if (who === "") throw new BadInput("Say who you are: --as <your name>.");
  return { who, why: reason };
}
