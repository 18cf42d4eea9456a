/**
 * React looks at NODE_ENV while it is loaded, with the pages or with whatever uses it before. What was built is served as in
 * production, also where the settings are a demo's or a test's: its other half only checks what it draws, and takes three
 * times as long.
 */
export async function asInProduction<T>(load: () => Promise<T>): Promise<T> {
  const env: NodeJS.Dict<string> = process.env;
  const { NODE_ENV } = env;
  env.NODE_ENV = "production";
  try {
    return await load();
  } finally {
    if (NODE_ENV === undefined) delete env.NODE_ENV;
    else env.NODE_ENV = NODE_ENV;
  }
}
