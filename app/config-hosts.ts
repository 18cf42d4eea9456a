/** This machine, or a name that is kept for examples and tests (RFC 2606, RFC 6761). */
export const isNowhere = (host: string): boolean =>
  isLoopback(host) || /\.(example|test|invalid)$/i.test(host);

export const isLoopback = (host: string): boolean =>
  /^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1?\]?)$/i.test(host);

/** A path can be put behind it; fetch refuses an address that holds a user name or a password. */
export function isJoinable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === "" && password === "" && !/[?#]/.test(address);
}
