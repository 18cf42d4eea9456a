import type { AddressInfo } from "node:net";

/** A port that another program holds. The message names the variable that changes it. */
export class PortTaken extends Error {
  constructor(port: number, variable: string) {
    super(`Port ${port} is already in use. Set ${variable} to another port and start again.`);
    this.name = "PortTaken";
  }
}

/** What HTTP and SMTP servers have in common. */
interface Listener {
  once(event: "error", handler: (cause: NodeJS.ErrnoException) => void): unknown;
  listen(port: number, listening: () => void): { address(): AddressInfo | string | null };
}

/** Starts listening and answers with the real port. Throws PortTaken. */
export function listen(server: Listener, port: number, variable: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cause.code === "EADDRINUSE" ? new PortTaken(port, variable) : cause),
    );
    const socket = server.listen(port, () => {
      const address = socket.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
