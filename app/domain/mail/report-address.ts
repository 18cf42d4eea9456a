import { mailboxesIn } from "./mail-address.ts";

/** A field about one recipient; a longer one is looked at by nobody. */
const MAX_FIELD = 4_096;
const NO_MAILBOXES = ["x400", "x500", "ex", "notes", "fax"];

/**
 * The addresses that a field of a delivery report may mean (RFC 3464 `rfc822; a@b`, RFC 6533 `utf-8; \x{4E2D}@b`). The
 * second spelling is the one without the escapes of RFC 3461, which some servers leave in. None when it is unusable.
 */
export function reportAddresses(field: string): string[] {
  if (field.length > MAX_FIELD) return [];
  const [, type, rest] = /^\s{0,8}([a-z0-9-]{1,20})\s{0,8};(.*)$/is.exec(field) ?? [];
  if (type && NO_MAILBOXES.includes(type.toLowerCase())) return [];
  return mailboxesIn(unescaped(rest ?? field)).flatMap((address) => {
    const plain = address.replace(/\+([0-9A-F]{2})/g, (_escape, hex: string) => fromHex(hex));
    return plain === address ? [address] : [address, plain];
  });
}

const unescaped = (text: string): string =>
  text.replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, (_escape, hex: string) => fromHex(hex));

function fromHex(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
