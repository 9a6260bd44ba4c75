/** An image that a page can show. */
export type PreparedImage = {
  /** In pixels, as it is shown. */
  width: number
  height: number
  /** Whether what is behind it shows through. */
  clear: boolean
  /** Where the whole image is, in its own format, from the root of the project. */
  whole: string
  /** Address of the file for every browser. */
  fallback: string
  /** Addresses of the files in newer formats, from narrow to wide. */
  sources: readonly { type: string; files: readonly { address: string; width: number }[] }[]
}

/** What a build does with images: make files of them, or show the originals. */
export type Images = {
  /** @param path of the image, from the root of the project */
  prepare: (path: string) => Promise<PreparedImage>
  /**
   * Once all of a build's images are prepared.
   *
   * @param all images of the content, also those that the build does not show
   */
  finish: (all: readonly string[]) => Promise<void>
}
