/** Milliseconds before the first look, and the longest wait between two. */
const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 20_000;
/** Each look that finds nothing new is followed by a wait longer by this factor. */
const SLOWER = 1.5;

type Surroundings = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

type Looking<T> = {
  /** Asks once; null when no answer came. */
  ask: () => Promise<T | null>;
  /** Takes an answer; true when it tells something new. */
  tell: (answer: T) => boolean;
  page?: Surroundings;
};

/**
 * Asks again and again until the returned function is called: less and less often while nothing changes, at once when
 * somebody comes back, and never while the page is hidden or the last question is not answered.
 */
export function lookOn<T>({ ask, tell, page = document }: Looking<T>): () => void {
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isOver = false;
  const plan = () => {
    clearTimeout(timer);
    if (!isOver && !isAsking && page.visibilityState === "visible") timer = setTimeout(look, wait);
  };
  async function look() {
    clearTimeout(timer);
    isAsking = true;
    const answer = await ask();
    isAsking = false;
    if (isOver) return;
    const isNew = answer !== null && tell(answer);
    wait = isNew ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, wait * SLOWER);
    plan();
  }
  const comeOrGo = () => {
    if (page.visibilityState !== "visible") return clearTimeout(timer);
    wait = FIRST_WAIT_MS;
    if (!isAsking) void look();
  };
  page.addEventListener("visibilitychange", comeOrGo);
  plan();
  return () => {
    isOver = true;
    clearTimeout(timer);
    page.removeEventListener("visibilitychange", comeOrGo);
  };
}
