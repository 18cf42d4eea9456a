/** A visit of the stand-alone page: `visit`, `link` and `network` are hashes; nobody knows which person it is. */
export type ByLink = { shop: string; visit: string; link: string; network: string };
