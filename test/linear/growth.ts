/** What a function that reads outside text is fed with: text of about `length` characters made to hurt it. */
export type Hostile = (length: number) => unknown;

const repeated =
  (piece: string, after = "", before = ""): Hostile =>
  (length) =>
    before + piece.repeat(Math.ceil(length / piece.length)) + after;

/** Shapes that make careless patterns look at the same characters again and again. */
export const HOSTILE_TEXTS: Record<string, Hostile> = {
  "one letter": repeated("a"),
  blanks: repeated(" ", "x"),
  "digits apart": repeated("1 ", "x"),
  digits: repeated("1", "x"),
  "signs of an address": repeated("a@", " "),
  slashes: repeated("/", "\nx"),
  brackets: repeated("[("),
  dots: repeated(".", "\n"),
  "line ends": repeated("\r\n"),
  "a field that ends elsewhere": repeated(" ", "x\u2028y", "a: "),
  colons: repeated("a:"),
  "marks on one letter": repeated("\u0316\u0301", "", "a"),
  // One becomes eighteen: as long as the others once they have become many, and not so long that memory of another kind
  // is needed for it, which is a step of its own.
  "letters that become many": (length) => "\ufdfa".repeat(Math.ceil(length / 18)),
  "quotes and commas": repeated('",'),
  "halves of a character": repeated("\ud83d"),
  Chinese: repeated("密码：关闭 "),
};

type Clock = () => number;
/** Microseconds; they are only ever compared with those of the same run. */
const wall: Clock = () => 1_000 * performance.now();
/** Processor time of this thread: other processes do not count, but it moves on in steps of milliseconds. */
const processor: Clock = () => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

const LIMIT = 12;
const SHORT = 800;
/** First what is short enough to be let through in one piece; where that was disturbed, what outlasts the steps. */
const WAYS = [
  { clock: wall, telling: 300, looks: 6 },
  { clock: processor, telling: 20_000, looks: 8 },
];

/**
 * How many times as long the function takes for eight times the text. The least of several looks at each counts,
 * because something may come between but nothing makes work less. Faults count as answers.
 */
export async function growth(read: (text: never) => unknown, hostile: Hostile): Promise<number> {
  const [few, many] = [hostile(SHORT) as never, hostile(8 * SHORT) as never];
  const runOn = (text: never) => async () => {
    try {
      await read(text);
    } catch {
      return;
    }
  };
  const cost = async (text: never, times: number, clock: Clock): Promise<number> => {
    const started = clock();
    for (let done = 0; done < times; done += 1) await runOn(text)();
    return Math.max(clock() - started, 1);
  };
  let least = Number.POSITIVE_INFINITY;
  for (const { clock, telling, looks } of WAYS) {
    if (least <= LIMIT) break;
    let times = 1;
    while ((await cost(few, times, clock)) < telling) times *= 2;
    let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let look = 0; look < looks && least > LIMIT; look += 1) {
      short = Math.min(short, await cost(few, times, clock));
      long = Math.min(long, await cost(many, times, clock));
      least = Math.min(least, long / short);
    }
  }
  return least;
}
