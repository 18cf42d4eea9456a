import { useState } from "react";
import { noteSignedOut } from "#app/components/answers/held-answers.ts";

export type DownloadState =
  | { kind: "idle" }
  | { kind: "busy" }
  | { kind: "failed" }
  | { kind: "saved"; fileName: string };

/**
 * Fetches a file of the app and saves it. It is fetched by script, because a plain link would carry no session token.
 */
export function useDownload(
  href: string,
  onSaved?: (headers: Headers) => void,
): { state: DownloadState; download: () => Promise<void> } {
  const [state, setState] = useState<DownloadState>({ kind: "idle" });
  const download = async () => {
    setState({ kind: "busy" });
    try {
      const answer = await fetch(href);
      if (answer.status === 401) noteSignedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      const fileName = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
      save(await answer.blob(), fileName);
      onSaved?.(answer.headers);
      setState({ kind: "saved", fileName });
    } catch {
      setState({ kind: "failed" });
    }
  };
  return { state, download };
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
