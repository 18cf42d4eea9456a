/**
 * What Node is told when the app is started (`npm start`, Dockerfile, systemd unit): the engine collects what a page leaves
 * behind sooner than by its own measure, which lets the heap double first. Benches and fault rounds start the app with the same.
 */
export const AS_STARTED = ["--max-semi-space-size=8", "--heap-growing-percent=30"] as const;
