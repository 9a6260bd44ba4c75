declare module "subset-font" {
  type Axis = number | { min?: number; max?: number; default?: number }

  type Options = {
    targetFormat?: "sfnt" | "woff" | "woff2"
    variationAxes?: Readonly<Record<string, Axis>>
    /** OpenType features to keep; without it, all. */
    keepFeatures?: readonly string[]
    noHinting?: boolean
    dropTables?: readonly string[]
  }

  /** A font with no more glyphs than a text needs. */
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>
}
