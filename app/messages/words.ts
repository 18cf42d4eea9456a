// The words of a page (`#words`): on the server those of any language, in a browser those that came with its document
// (words.browser.ts).
export { polarisWords, translatorFor } from "./messages.server.ts";
