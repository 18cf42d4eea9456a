export const SHOPS = ["north", "south", "east"].map((name) => `${name}.myshopify.com`);
/** North and south have one impact.com account between them; each shop its own mailbox, by which leaks show. */
export const accountOf = (shop: string) => (shop.startsWith("east") ? "IReast000000001" : "IRshared0000001");
export const addressOf = (shop: string) => `owner@${shop.split(".")[0]}.example`;
