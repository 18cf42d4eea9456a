/** Query parameters the admin adds to the app's URL; they are not part of the app's own path. */
export const embedParameters = [
  "embedded",
  "shop",
  "host",
  "locale",
  "session",
  "timestamp",
  "id_token",
  "hmac",
] as const;
