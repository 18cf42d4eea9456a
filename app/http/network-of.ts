import ipaddr from "ipaddr.js";

/**
 * What counts as one network: an IPv4 address, or the first 64 bits of an IPv6 one, because every home and phone has
 * as many of the rest as it likes. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (!(read instanceof ipaddr.IPv6)) return address.includes(":") ? read.toString() : address;
  return read.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":");
}
