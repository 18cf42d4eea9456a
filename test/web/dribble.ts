import { connect } from "node:net";

/**
 * Slow senders in a process of their own, because Shopify's stand-in reads along on every socket of the tests': each
 * sends a beginning and then a byte now and again. Prints how the server ended each of them.
 */
const [port, count, start = ""] = process.argv.slice(2);

const dribble = (): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), "localhost");
    let answer = "";
    const timer = setInterval(() => socket.writable && socket.write("x"), 50);
    socket.write(JSON.parse(start));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(timer);
      resolve(answer.split("\r\n", 1)[0] ?? "");
    });
  });

const answers = await Promise.all(Array.from({ length: Number(count) }, dribble));
process.stdout.write(JSON.stringify(answers));
