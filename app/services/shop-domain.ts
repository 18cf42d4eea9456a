import { z } from "zod";

/** Shopify's own names have 60 characters at most; a much longer one would not fit into an index. */
export const myshopify = z
  .string()
  .max(255)
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);

export const isShopDomain = (value: string): boolean => myshopify.safeParse(value).success;
