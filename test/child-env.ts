/** What a started process of ours needs of the environment: its programs, and the compiled code of the starts before it. */
export const childEnv = () => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
});
