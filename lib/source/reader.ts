import { stat } from "node:fs/promises"
import { join } from "node:path"
import pLimit from "p-limit"
import { checkImage } from "../elements/image/file-check"
import type { Mentioned } from "../model/body"
import { ContentError, fileStart, problemAt, type Problem } from "../model/problem"
import type { Run } from "../mdx/run"
import { hasDictionary } from "./dictionary"
import { FacetMaker, type Lacking, type Made } from "./facets"
import { readFields } from "./field-reading"
import { isGone, listFiles, readText, type ContentFile, type Listing } from "./files"
import type { Facet, Reading } from "./reading"

/** The content as its files stand. */
export type Content = {
  files: readonly ContentFile[]
  /** By the paths of the files. */
  readings: ReadonlyMap<string, Reading>
  /** Addresses of the files in the folder `public`. */
  publicFiles: ReadonlySet<string>
  /** What is wrong with where files are. */
  problems: readonly Problem[]
  /** Of the site (BCP 47). */
  language: string
  /** Where spelling is checked: words that the dictionary lacks, by file; undefined without one. */
  spelling?: { unknownWords?: ReadonlyMap<string, readonly Mentioned[]> }
}

type Options = {
  /** Whether words that no dictionary has are looked for: for an author, not for a build. */
  spelling?: boolean
  /** Whether bodies are made ready for their pages: for a build. */
  compile?: boolean
  /** Told how many files are read. */
  onProgress?: (done: number, all: number) => void
}

/** How often the content is looked at again because a file has gone since it was listed. */
const mostAgain = 1_000

/** Files opened at once. */
const atOnce = pLimit(32)

/** A file as it was read, and what tells that version of it from others. */
type Known = { version: string; made: Made }

/** The one reader of the content below a folder: each file is read once, as one text. */
export class Reader {
  readonly #root: string
  readonly #options: Options
  readonly #maker: FacetMaker
  #listing: Listing = { files: [], publicFiles: new Set(), problems: [] }
  #known: ReadonlyMap<string, Known> = new Map()
  #language = ""

  /** @param root of the project */
  constructor(root: string, options: Options = {}) {
    const facets: Facet[] = ["reading"]
    if (options.compile) facets.push("compiled")
    if (options.spelling) facets.push("unknownWords")
    this.#root = root
    this.#options = options
    this.#maker = new FacetMaker(root, facets)
  }

  /**
   * Reads what has changed since the last time.
   *
   * @param edited where it is known that nothing else has changed: the files, from the root of the
   *   project, whose content has; none was added, none removed
   */
  async read(edited?: ReadonlySet<string>): Promise<Content> {
    for (let again = 0; again < mostAgain; again++) {
      try {
        return await this.#readOnce(again > 0 ? undefined : edited)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    }
    throw new Error("Unexpected change of the content over and over, expected a moment without any")
  }

  async #readOnce(edited: ReadonlySet<string> | undefined): Promise<Content> {
    if (!edited) this.#listing = await listFiles(this.#root)
    const { files } = this.#listing
    const lacking: Lacking[] = []
    const site = await this.#readSite(lacking)
    const now = await Promise.all(
      files.map(async (file): Promise<[string, Known]> => {
        if (site && file.kind === "site") return [file.path, site]
        const before = edited && !edited.has(file.path) ? this.#known.get(file.path) : undefined
        return [file.path, before ?? (await atOnce(() => this.#readFile(file, lacking)))]
      }),
    )
    let done = files.length - lacking.length
    await this.#maker.make(lacking, this.#language, () =>
      this.#options.onProgress?.(++done, files.length),
    )
    this.#known = new Map(now)
    return {
      ...this.#listing,
      language: this.#language,
      readings: new Map(now.map(([path, { made }]) => [path, made.reading])),
      spelling: this.#options.spelling ? await this.#spellingOf(now) : undefined,
    }
  }

  /** The body of a sound post or page that was read, ready for its page. */
  async compiledOf(path: string): Promise<readonly Run[]> {
    const { made } = this.#known.get(path) ?? {}
    const body = made && ((await this.#maker.compiledOf(made)) ?? (await this.#remake(path, made)))
    if (!body) throw new Error(`Unexpected change of ${path}, expected the text that was checked`)
    return body
  }

  /** The body of a file whose entry in the cache is damaged or gone, unless it has been changed. */
  async #remake(path: string, { key }: Made): Promise<readonly Run[] | null> {
    const file = this.#listing.files.find((one) => one.path === path)
    if (!file) return null
    const source = { ...file, text: await readText(this.#root, path) }
    const { made } = await this.#maker.find(source, this.#language)
    if (made.key !== key) return null
    await this.#maker.make([{ made, source, facets: ["compiled"] }], this.#language)
    return this.#maker.compiledOf(made)
  }

  /** Once nothing more is to be read. */
  close = (): Promise<void> => this.#maker.close()

  /** Reads first what the site says of itself: in its language all bodies are read. */
  async #readSite(lacking: Lacking[]): Promise<Known | undefined> {
    const file = this.#listing.files.find(({ kind }) => kind === "site")
    const read = file && (await this.#readFile(file, lacking))
    const [{ source } = {}] = lacking
    const { values } = (source ? readFields(source) : read?.made.reading) ?? {}
    const { language = "en" } = (values ?? {}) as { language?: string }
    if (language !== this.#language) this.#known = new Map()
    this.#language = language
    return read
  }

  async #readFile(file: ContentFile, lacking: Lacking[]): Promise<Known> {
    const before = this.#known.get(file.path)
    try {
      const { mtimeMs, size } = await stat(join(this.#root, file.path))
      const version = `${mtimeMs} ${size}`
      if (before?.version === version) return before
      if (file.kind === "image") return { version, made: await this.#readImage(file.path) }
      // What is in it is for a compiler; here it matters that it is another once it has changed.
      if (file.kind === "component" || file.kind === "file") {
        return { version, made: { key: "", reading: { problems: sizeProblems(file.path, size) } } }
      }
      const source = { ...file, text: await readText(this.#root, file.path) }
      const language = file.kind === "site" ? "" : this.#language
      const found = await this.#maker.find(source, language)
      if (found.facets.length > 0) lacking.push(found)
      return { version, made: found.made }
    } catch (error) {
      if (!(error instanceof Error) || isGone(error)) throw error
      const problem = error instanceof ContentError ? error.problem : unreadable(file.path, error)
      return { version: "", made: { key: "", reading: { problems: [problem] } } }
    }
  }

  async #readImage(path: string): Promise<Made> {
    const problems: Problem[] = []
    await checkImage(this.#root, path, (problem) => problems.push(problem))
    return { key: "", reading: { problems } }
  }

  async #spellingOf(known: readonly (readonly [string, Known])[]): Promise<Content["spelling"]> {
    if (!(await hasDictionary(this.#language))) return {}
    const words = known.map(([path, { made }]) => [path, made.unknownWords ?? []] as const)
    return { unknownWords: new Map(words) }
  }
}

/** What hosts take at most, in bytes: Cloudflare Pages refuses more. */
const greatestFile = 25_000_000

const sizeProblems = (path: string, size: number): readonly Problem[] =>
  size <= greatestFile
    ? []
    : [
        problemAt(
          path,
          fileStart,
          `Unexpected ${(size / 1e6).toFixed(1)} MB, expected at most ${greatestFile / 1e6} MB`,
          "file-size",
        ),
      ]

const unreadable = (path: string, { message }: Error) =>
  problemAt(
    path,
    fileStart,
    `Unexpected failure to read the file (${message}), expected a file that can be read`,
    "file-read",
  )
