import { lockFolder } from "#app/adapters/db/folder-lock.server.ts";

// A program of its own for the test beside it: locks the folder it is given and keeps it until it is ended, answering
// each line on its standard input, so that a test can see it go on.
const [folder = ""] = process.argv.slice(2);
const { outcome } = await lockFolder(folder, "app", "the first process");
process.stdout.write(`${outcome}\n`);
process.stdin.on("data", () => process.stdout.write("still here\n"));
