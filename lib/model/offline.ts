/** What a reader needs to have a series without a network: `/series/<id>/offline.json`. */
export type OfflineList = {
  /** Changes with any of the files. */
  version: string
  /** How many of them are pages; these come first. */
  pages: number
  files: readonly OfflineFile[]
}

export type OfflineFile = {
  /** Below the base of the site, percent-encoded. */
  address: string
  hash: string
  /** In bytes. */
  size: number
}
