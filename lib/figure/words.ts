import type { FigureWords } from "../model/words/en"

/** The site's language (BCP 47), and what a figure says by itself in it: written in by the bundler. */
declare const SITE: { language: string; words: FigureWords } | undefined

const isBundled = typeof SITE !== "undefined"

export const siteLanguage = isBundled ? SITE.language : "en"

export const words = isBundled ? SITE.words : ({} as Partial<FigureWords>)
