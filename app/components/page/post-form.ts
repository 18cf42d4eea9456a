/**
 * Sends a form to one of the app's own addresses and gives the answer; null when it could not be reached or refused.
 * Remix' own way would put an error page in the place of what somebody is writing.
 */
export async function postForm<T>(address: string, fields: Record<string, string>): Promise<T | null> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
