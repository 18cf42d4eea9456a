/** No address that can be mailed is longer (RFC 5321: 64 + 1 + 255), its quoting and escapes counted generously. */
const MAX_ADDRESS = 512;
/** A field with several addresses and their names; what is longer is looked at by nobody. */
const MAX_FIELD = 4_096;

const SEPARATORS = new Set([",", ";", "，", "；", "、"]);
/** Written between two addresses, but allowed before the @ of one. */
const SEPARATORS_AFTER_AT = new Set(["/", "|", "&"]);

/**
 * The mailboxes of an address field, in its order, without names and comments: `Owner <a@x.example>, "b c"@y.example`
 * gives `a@x.example` and `"b c"@y.example`. One pass over the text.
 */
export function mailboxesIn(field: string): string[] {
  if (field.length > MAX_FIELD) return [];
  const found: string[] = [];
  let token = "";
  let quoted = false;
  let comment = 0;
  const end = () => {
    if (splitMailbox(token)) found.push(token);
    token = "";
  };
  for (let at = 0; at < field.length; at += 1) {
    const char = field.charAt(at);
    if (char === "\\" && (quoted || comment > 0)) {
      if (comment === 0) token += char + field.charAt(at + 1);
      at += 1;
    } else if (comment > 0) comment += char === "(" ? 1 : char === ")" ? -1 : 0;
    else if (char === '"') {
      quoted = !quoted;
      token += char;
    } else if (quoted) token += char;
    else if (char === "(") comment = 1;
    else if (char === "<") {
      // What stood before it was a name.
      token = "";
    } else if (char === ">" || SEPARATORS.has(char) || char.trim() === "") end();
    else if (SEPARATORS_AFTER_AT.has(char) && token.includes("@")) end();
    else token += char;
  }
  end();
  return found;
}

/** The one mailbox that mail to a contact field goes to: the first; null when there is none. */
export const oneMailbox = (field: string): string | null => mailboxesIn(field)[0] ?? null;

/**
 * What two spellings of one address have in common: quotes that were not needed are gone, the domain is in its ASCII
 * form, and case does not count. Carriers' addresses that no standard allows (`a..b.@carrier.example`) have a key like
 * any other. Null when the text is no address.
 */
export function addressKey(address: string): string | null {
  const parts = address.length > MAX_FIELD ? null : splitMailbox(address.trim());
  if (!parts) return null;
  const domain = asciiDomain(parts.domain);
  return domain && `${unquoted(parts.local).normalize("NFC").toLowerCase()}@${domain}`;
}

/** Whether a report's address is the one we mailed; some servers report it without the tag after its plus sign. */
export function isSameMailbox(reported: string, mailed: string): boolean {
  const [one, other] = [addressKey(reported), addressKey(mailed)];
  return other !== null && (one === other || one === other.replace(/\+.*(?=@)/, ""));
}

/** Splits at the @ that no quotes hold. */
function splitMailbox(mailbox: string): { local: string; domain: string } | null {
  if (mailbox.length > MAX_ADDRESS) return null;
  const at = mailbox.lastIndexOf("@");
  const [local, domain] = [mailbox.slice(0, at), mailbox.slice(at + 1)];
  if (
    at < 1 ||
    domain === "" ||
    /\p{Cc}/u.test(mailbox) ||
    /[\s<>"(),;:]/.test(domain.replace(/^\[.*\]$/, ""))
  )
    return null;
  const isQuoted = local.length > 2 && local.startsWith('"') && local.endsWith('"');
  return isQuoted || !/[\s<>"(),;:@[\]]/.test(local) ? { local, domain } : null;
}

function unquoted(local: string): string {
  return local.startsWith('"') ? local.slice(1, -1).replace(/\\(.)/g, "$1") : local;
}

function asciiDomain(domain: string): string | null {
  const plain = domain.toLowerCase().replace(/\.$/, "");
  if (/^[!-~]+$/.test(plain)) return plain;
  try {
    return new URL(`http://${plain}`).hostname;
  } catch {
    return null;
  }
}
