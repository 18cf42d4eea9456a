/** Who goes in by the link in an e-mail; nobody knows which person that is. */
export const LINK_ACTOR = "signed-link";
