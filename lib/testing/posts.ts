import type { Files } from "./workspace"
import { inWorkspace } from "./workspace"
import { main } from "../cli/post/main"
import type { Io } from "../cli/terminal"

/** What a command did: its exit code, and what it said. */
export type Outcome = { code: number; printed: readonly string[]; errors: readonly string[] }

type Run = (...args: readonly string[]) => Promise<Outcome>

export const today = "2027-03-03"

/** Runs commands on sound content with these files, without a terminal. */
export const withPosts = <Result>(
  files: Files,
  use: (run: Run, root: string) => Promise<Result>,
  io: Partial<Io> = {},
): Promise<Result> => inWorkspace(files, (root) => use((...args) => runPost(root, args, io), root))

/** Runs a command on the content of a folder, without a terminal. */
export async function runPost(
  root: string,
  args: readonly string[],
  io: Partial<Io> = {},
): Promise<Outcome> {
  const printed: string[] = []
  const errors: string[] = []
  const code = await main(args, {
    root,
    env: {},
    today,
    now: Date.parse(today),
    fetch: () => Promise.reject(new Error("no network")),
    print: (text) => printed.push(text),
    error: (text) => errors.push(text),
    isTerminal: false,
    write: () => undefined,
    onStop: () => undefined,
    paint: (_style, text) => text,
    ...io,
  })
  return { code, printed, errors }
}
