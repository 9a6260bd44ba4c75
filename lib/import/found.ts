/** A post as another system has it. */
export type FoundPost = {
  /** Its file, from the folder that is read: what is said of it begins with that. */
  file: string
  /** What its slug is made of, if no field says another. */
  name: string
  /** Its front matter, or what stands for it. */
  fields: Fields
  body: string
  /** How the body is written: Markdown may hold HTML, MDX has tags. */
  syntax: "markdown" | "mdx" | "html"
  /** Where the former site shows it: paths such as `/2020/05/04/pools/`. */
  addresses: readonly string[]
  /** What its body names and no folder holds, by that name: pictures out of a notebook, or from a host. */
  files?: ReadonlyMap<string, { name: string; bytes: Uint8Array }>
  /** What could not be read of it, said in a few words. */
  losses?: readonly string[]
}

export type Fields = Readonly<Record<string, unknown>>

/** What another system publishes. */
export type FoundSite = {
  posts: readonly FoundPost[]
  /** Folders, from the one that is read, whose files have addresses that begin with a slash. */
  publicFolders: readonly string[]
  /** The address of the former site: links to it are links within this one. */
  url?: string
  /** Hosts where such sites are, if their own is not known: what is at an address of a post is that post. */
  hosts?: RegExp
  /** Files of BibTeX, from the folder that is read. */
  bibliographies?: readonly string[]
  /** Files that were left out, and why. */
  skipped?: readonly { file: string; why: string }[]
}

/** A system that posts can be moved in from. */
export type System = {
  name: string
  /** Whether a folder is of this system, by the files in it. */
  isOf: (folder: Folder) => boolean
  read: (folder: Folder) => FoundSite | Promise<FoundSite>
}

/** The files below a folder that is read. Nothing is written there. */
export type Folder = {
  /** Paths from the folder, with forward slashes, sorted. */
  files: readonly string[]
  /** Whether a file is one of those that were asked for: a folder may be read for one post of it. */
  isWanted: (file: string) => boolean
  has: (file: string) => boolean
  text: (file: string) => string
  bytes: (file: string) => Uint8Array
  /** The day of the first commit that has the file, or of its last change: nobody has said another. */
  dayOf: (file: string) => string
}
