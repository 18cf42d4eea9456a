import { Socket } from "node:net";

/**
 * Loaded before the attacked process (`--import`): whatever would leave this machine is refused as by a host that is away,
 * so that an attack reaches nobody, whatever the app makes of it.
 */
const LOOPBACK = ["localhost", "127.0.0.1", "::1"];

const hostOf = (args: unknown[]): string => {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: string; path?: string };
    return path === undefined ? (host ?? "localhost") : "localhost";
  }
  return typeof second === "string" ? second : "localhost";
};

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (LOOPBACK.includes(host)) return connect.apply(this, args);
  const away = Object.assign(new Error("connect ECONNREFUSED: nothing leaves this machine"), {
    code: "ECONNREFUSED",
  });
  process.nextTick(() => this.destroy(away));
  return this;
};
