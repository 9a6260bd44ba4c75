import { extname, posix } from "node:path"
import { postAddress } from "../model/addresses"
import { slugOf } from "../model/slug"
import { activeFile } from "../model/media-type"
import type { Folder, FoundPost, FoundSite } from "./found"

/** A file that goes beside a post. */
export type Asset = { name: string; bytes: () => Uint8Array }

/** Where each post of a site was, and where it is now. */
export class Addresses {
  readonly #slugs = new Map<string, string>()
  readonly #host: string | undefined

  constructor(
    private readonly site: FoundSite,
    private readonly folder: Folder,
    slugOfPost: (post: FoundPost) => string,
  ) {
    this.#host =
      site.url !== undefined && URL.canParse(site.url) ? new URL(site.url).host : undefined
    for (const post of site.posts) {
      const slug = slugOfPost(post)
      for (const address of post.addresses) this.#slugs.set(keyOf(address), slug)
      this.#slugs.set(keyOf(`/${post.file}`), slug)
    }
  }

  /** A link in a post, as it is here; one to something else stays as it is. */
  linkOf(post: FoundPost, url: string, assets: Assets): string {
    const path = this.pathOf(url)
    if (path === undefined || path.startsWith("#")) return url
    const [, file = "", rest = ""] = /^([^?#]*)(?:\?[^#]*)?(.*)$/.exec(path) ?? []
    if (file === "") return url
    const bases = [`/${posix.dirname(post.file)}/`, ...post.addresses]
    for (const base of bases) {
      const slug = this.#slugs.get(keyOf(posix.resolve(base, decoded(file))))
      if (slug !== undefined) return postAddress(slug) + rest
    }
    const name = assets.nameOf(this.findFile(post, file))
    if (name !== undefined) return name
    const isOfSite =
      file.startsWith("/") && this.site.url !== undefined && URL.canParse(this.site.url)
    return isOfSite ? new URL(file, this.site.url).href + rest : url
  }

  /** The name of an image or a film beside the post; one that is nowhere keeps its address. */
  fileOf(post: FoundPost, url: string, assets: Assets): string {
    const inline = /^data:image\/([\w+]+);base64,([^]+)$/.exec(url)
    if (inline) {
      const [, type = "png", data = ""] = inline
      const bytes = Buffer.from(data, "base64")
      return assets.add(`image.${type.replace(/\+.*/, "")}`, `data:${data}`, () => bytes)
    }
    const name = url.replace(/^attachment:/, "")
    const own = post.files?.get(name)
    if (own) return assets.add(own.name, `own:${name}`, () => own.bytes)
    const path = this.pathOf(url)
    if (path === undefined) return url
    return assets.nameOf(this.findFile(post, path.replace(/[?#].*$/, ""))) ?? url
  }

  /** The path of an address on the former site; nothing of one elsewhere. */
  private pathOf(url: string): string | undefined {
    if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return url
    const absolute = url.startsWith("//") ? `https:${url}` : url
    if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return undefined
    const { host, pathname, search, hash } = new URL(absolute)
    const bare = (name = "") => name.replace(/^www\./, "")
    const isOwn = bare(host) === bare(this.#host) || this.site.hosts?.test(host) === true
    return isOwn ? pathname + search + hash : undefined
  }

  /** Whether an image or a film is among the files that are read. */
  isHere(post: FoundPost, url: string): boolean {
    const path = this.pathOf(url)
    return path !== undefined && this.findFile(post, path.replace(/[?#].*$/, "")) !== undefined
  }

  private findFile(post: FoundPost, path: string): string | undefined {
    const file = decoded(path)
    const local = file.replace(/^\/+/, "")
    const beside = posix.join(posix.dirname(post.file), file)
    const candidates = [
      ...(file.startsWith("/") ? [] : [beside]),
      ...this.site.publicFolders.map((folder) => posix.join(folder, local)),
      local,
      // Relative to where the page was: one folder down from its file.
      ...(file.startsWith("../") ? [posix.join(posix.dirname(post.file), file.slice(3))] : []),
    ]
    return candidates.find((one) => this.folder.has(one)) ?? this.findByName(file)
  }

  /** Obsidian finds files by their names alone. */
  private findByName(path: string): string | undefined {
    if (path.includes("/") || !this.folder.has(".obsidian/app.json")) return undefined
    return this.folder.files.find((file) => posix.basename(file) === path)
  }
}

/** The files that go beside one post, each once, with names that can stand there. */
export class Assets {
  readonly #names = new Map<string, string>()
  readonly #assets = new Map<string, Asset>()

  constructor(private readonly folder: Folder) {}

  /** The name of a file of the folder that is read. */
  nameOf(file: string | undefined): string | undefined {
    if (
      file === undefined ||
      activeFile.test(file) ||
      /\.(?:md|mdx|markdown|qmd|rmd)$/i.test(file)
    ) {
      return undefined
    }
    return this.add(posix.basename(file), file, () => this.folder.bytes(file))
  }

  /** @param key which tells it from others of that name */
  add(name: string, key: string, bytes: () => Uint8Array): string {
    const before = this.#names.get(key)
    if (before !== undefined) return before
    const ending = extname(name).toLowerCase()
    const stem =
      slugOf(name.slice(0, name.length - ending.length)).replaceAll(/[^\w-]/g, "") || "file"
    let free = `${stem}${ending}`
    for (let number = 2; this.#assets.has(free); number++) free = `${stem}-${number}${ending}`
    this.#names.set(key, free)
    this.#assets.set(free, { name: free, bytes })
    return free
  }

  all = (): readonly Asset[] => [...this.#assets.values()]
}

/** One form of all that lead to the same page: with a slash at the end or none, with `.html`, with `index`. */
const keyOf = (address: string) =>
  decoded(address)
    .normalize("NFC")
    .replace(/[?#].*$/, "")
    .replace(/\.(?:html?|mdx?|markdown|qmd|rmd|ipynb)$/i, "")
    .replace(/\/index$/, "")
    .replace(/\/+$/, "")
    .toLowerCase()

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
