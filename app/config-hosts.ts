/** This machine, or a name that is kept for examples and tests (RFC 2606, RFC 6761). */
export const isNowhere = (host: string): boolean =>
  isLoopback(host) || /\.(example|test|invalid)$/i.test(host);

export const isLoopback = (host: string): boolean =>
  /^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1?\]?)$/i.test(host);
