/** What a shell says before it waits for a command: `$`, `~/site $`, `(venv) me@host:~$`, `PS C:\>`. */
const prompt = /^(?:\(\S+\) )?(?:[\w.-]+@\S+ ?|\[[^\]]+\] ?|[~/]\S* |PS \S+|[A-Z]:\\\S*)?[$#%>❯➜] /

/** Words for what is seen in a terminal, and for what a shell runs. */
const sessions = /^(?:console|shellsession)$/
const shells = /^(?:bash|sh|shell|shellscript|zsh)$/

/** A line of a session: of a command, how many characters its prompt has, if any. */
export type SessionLine = "output" | { prompt: number }

/** The lines of a block that shows commands behind prompts, and perhaps what came of them. */
export function findSession(code: string, language = ""): readonly SessionLine[] | undefined {
  const lines = code.split("\n")
  const isSession = sessions.test(language)
    ? lines.some((line) => prompt.test(line))
    : shells.test(language) && code.startsWith("$ ")
  return isSession ? sessionLines(lines) : undefined
}

/** A command goes on where its line ends with a backslash; a shell may say > then. */
function sessionLines(lines: readonly string[]): readonly SessionLine[] {
  let goesOn = false
  return lines.map((line) => {
    const [found] = (goesOn ? /^(?:> )?/ : prompt).exec(line) ?? []
    goesOn = found !== undefined && line.endsWith("\\")
    return found === undefined ? "output" : { prompt: found.length }
  })
}
