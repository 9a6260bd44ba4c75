import { parseArgs, type ParseArgsConfig } from "node:util"
import { suggestionOf } from "../../model/nearest"
import { refuseUsage, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

type Options = NonNullable<ParseArgsConfig["options"]>

/** A command: how it is written, what it takes, and what does it, loaded when it is needed. */
type Command = {
  usage: string
  options?: Options
  load: () => Promise<(line: Line, io: Io) => Promise<ExitCode>>
}

const text = { type: "string" } as const
const flag = { type: "boolean" } as const

const commands: Readonly<Record<string, Command>> = {
  begin: {
    usage: `post begin [--name … --description … --url … --author … --email … --language …]
  Begins a site of your own: takes the demo out, and asks for what was not said.`,
    options: {
      name: text,
      description: text,
      url: text,
      author: text,
      email: text,
      language: text,
    },
    load: async () => (await import("./begin")).beginSite,
  },
  new: {
    usage: `post new "Title" [--series id] [--part n]
  Starts a draft: content/posts/<title>/index.mdx. Of a series it takes the next free part.`,
    options: { series: text, part: text },
    load: async () => (await import("./new")).newPost,
  },
  import: {
    usage: `post import <file, folder or .zip> [--from system] [--dry-run]
  Takes in the posts of Quarto, Jupyter, Hugo, Jekyll, Astro, Next.js, Obsidian, Ghost, Substack, Medium,
  WordPress or plain Markdown: text, front matter, images, links, old addresses. Nothing is written over.
  --from      says which, where it is not found by itself
  --dry-run   says all that would be, and changes nothing`,
    options: { from: text, "dry-run": flag },
    load: async () => (await import("./import")).importFrom,
  },
  check: {
    usage: `post check [file …] [--external] [--json] [--watch]
  Says everything that is wrong with the content, or with some files of it.
  --external  asks for the pages of other sites that it links to, too
  --json      for editors
  --watch     again at every save`,
    options: { external: flag, json: flag, watch: flag },
    load: async () => (await import("./check")).checkPosts,
  },
  values: {
    usage: `post values
  Keeps in content/values.json what texts and figures print of models, once you have read them again.`,
    load: async () => (await import("./values")).keepAllValues,
  },
  rules: {
    usage: `post rules [rule …]
  Says why a rule is there and how what it finds is mended.`,
    load: async () => (await import("./rules")).explainRules,
  },
  list: {
    usage: `post list [--drafts] [--scheduled] [--series id]
  Lists the posts, newest first: their days, their states, their parts.`,
    options: { drafts: flag, scheduled: flag, series: text },
    load: async () => (await import("./list")).listPosts,
  },
  move: {
    usage: `post move <old slug> <new slug>
  Gives a post another address: renames its folder, redirects the old address, mends the links to it.`,
    load: async () => (await import("./move")).movePost,
  },
  publish: {
    usage: `post publish <slug>
  Makes a draft public, as of today.`,
    load: async () => (await import("./publish")).publishPost,
  },
  due: {
    usage: `post due <address of the published site>
  Names the posts whose day has come and that the site does not show yet: whether to build it anew.`,
    load: async () => (await import("./due")).duePosts,
  },
  share: {
    usage: `post share <slug> [--days n]     one post
post share --all [--days n]      the whole preview
  Makes a link that opens a private preview for some days, 7 unless told otherwise. It is made with
  PREVIEW_SECRET, as the preview's server has it, and SITE_URL, the preview's address.`,
    options: { days: text, all: flag },
    load: async () => (await import("./share")).sharePost,
  },
}

const usage = `usage: npm run post -- <command>

${Object.values(commands)
  .map(({ usage }) => usage)
  .join("\n\n")}`

/** Runs a command of the author's. */
export async function main([name = "", ...args]: readonly string[], io: Io): Promise<ExitCode> {
  if (/^(?:|help|-h|--help)$/.test(name)) {
    if (name !== "") io.print(usage)
    else io.error(usage)
    return name === "" ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const names = Object.keys(commands)
    const near = suggestionOf(name, names)
    const reason = `Unexpected command ${name}, expected one of ${names.join(", ")}${near}`
    return refuseUsage(io, reason, "More with: npm run post -- help")
  }
  let line: Line & { help: boolean }
  try {
    line = lineOf(args, command.options)
  } catch (error) {
    return refuseUsage(io, error instanceof Error ? error.message : String(error), command.usage)
  }
  if (line.help) {
    io.print(command.usage)
    return 0
  }
  const run = await command.load()
  try {
    return await run(line, io)
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return refuseUsage(io, error.message, command.usage)
  }
}

/** @throws TypeError if there is an option that the command does not have */
function lineOf(args: readonly string[], options: Options = {}): Line & { help: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...options, help: { type: "boolean", short: "h" } },
  })
  const { help, ...others } = values as Record<string, string | boolean | undefined>
  return { words: positionals, options: others, help: help === true }
}
