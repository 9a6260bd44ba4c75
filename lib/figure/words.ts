import type { FigureWords } from "../model/words/en"
import type { Signs } from "./signs"

/** The site's language (BCP 47), and what a figure says by itself in it: written in by the bundler. */
declare const SITE: { language: string; words: FigureWords; signs?: Signs } | undefined

const isBundled = typeof SITE !== "undefined"

export const siteLanguage = isBundled ? SITE.language : "en"

/** How its numbers are written, if that is known. */
export const siteSigns = isBundled ? SITE.signs : undefined

export const words = isBundled ? SITE.words : ({} as Partial<FigureWords>)
