import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { siteAddress } from "../lib/model/site-address"

/** What `setup` writes to `config.json`, and an author may change there. */
export type Config = {
  /** Public address of the live site. */
  url: string
  /** Address of a preview, with `*` where the name of its branch goes; without it there are none. */
  previews?: string
  /** The branch that is the live site. */
  branch: string
  /** Installs the dependencies of a checkout, and builds its `dist`: shell commands. */
  install: string
  build: string
  /** Minutes after which a command is given up. */
  patience: number
  /** Branches that are built at the same time. */
  atOnce: number
  /** Releases of the live site that stay on the disk. */
  keep: number
  /** Seconds between two looks whether a post became due. */
  interval: number
  /** Where the server listens: behind a proxy. `localhost` may be another address to the proxy. */
  host: string
  port: number
}

const defaults: Omit<Config, "url"> = {
  branch: "main",
  install: "node lib/cli/run.mjs install",
  build: "node lib/cli/run.mjs build",
  patience: 20,
  atOnce: 2,
  keep: 5,
  interval: 60,
  host: "127.0.0.1",
  port: 3000,
}

export const configName = "config.json"

/** @throws Error that names the file and the field */
export async function readConfig(root: string): Promise<Config> {
  const file = join(root, configName)
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`Unexpected absence of ${file}, expected what setup writes`)
  })
  try {
    return configFrom(JSON.parse(text))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** @throws Error if a field is missing, unknown or not of its type */
export function configFrom(value: unknown): Config {
  if (typeof value !== "object" || value === null) throw unexpected("value", value, "an object")
  const config = { ...defaults, ...value } as Config
  for (const [name, found] of Object.entries(value)) {
    if (!known.has(name)) throw unexpected("field", name, [...known].join(", "))
    const expected = name in defaults ? typeof defaults[name as keyof typeof defaults] : "string"
    if (typeof found !== expected) throw unexpected(name, found, `a ${expected}`)
  }
  if (!isAddress(config.url)) throw unexpected("url", config.url, siteAddress.name)
  const { previews } = config
  if (previews !== undefined && !isPattern(previews)) {
    throw unexpected("previews", previews, "an address such as https://*.preview.example.org")
  }
  for (const name of ["patience", "atOnce", "keep", "interval"] as const) {
    if (!(config[name] >= 1)) throw unexpected(name, config[name], "a number from 1")
  }
  if (!(config.port >= 0 && config.port <= 65_535)) {
    throw unexpected("port", config.port, "a number from 0 to 65535")
  }
  return config
}

const known: ReadonlySet<string> = new Set([...Object.keys(defaults), "url", "previews"])

const isAddress = (text: unknown) =>
  typeof text === "string" &&
  siteAddress.form.test(text) &&
  siteAddress.test(text) &&
  !text.includes("*")

function isPattern(text: string): boolean {
  const address = text.replace("://*.", "://a.")
  return address !== text && isAddress(address) && new URL(address).pathname === "/"
}

const unexpected = (what: string, found: unknown, expected: string) =>
  new Error(`Unexpected ${what} ${JSON.stringify(found)}, expected ${expected}`)
