import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import pLimit from "p-limit"
import { cacheKey, openCache } from "../cache/cache"
import { siteAccent } from "../model/accent"
import { cardAddress } from "../model/addresses"
import { cardsFolder } from "../model/build-folders.mjs"
import { openFolderWriter } from "../site/folder-writer"
import type { Index } from "../site/site-index"
import { cardSize, coloursOf, drawCard, type Card, type Letterings } from "./drawing"
import { cardsOf } from "./list"
import { openLettering } from "./lettering"
import { openPainter, type Painter } from "./picture"

/** Source Serif, whole: a title may have any of its letters. */
const font = createRequire(import.meta.url).resolve(
  "source-serif/VAR/SourceSerif4Variable-Roman.ttf",
)

/** A letter that no font of ours has, and where it was wanted. */
export type Lacking = { address: string; letters: readonly string[] }

/**
 * Writes the cards of all pages that a build shows. Those of an earlier build stay, and those of pages
 * that are no more go.
 *
 * @param root of the project, where the content has been written
 * @returns what could not be drawn
 */
export async function writeCards(root: string): Promise<readonly Lacking[]> {
  const index = JSON.parse(await readFile(join(root, ".partwise/index.json"), "utf8")) as Index
  const { name, author, accent = siteAccent, language } = index.site
  const style = { site: name, author: author.name, accent, language }
  const [bold, plain] = await Promise.all([openLettering(font, 600), openLettering(font, 400)])
  const letterings = { bold, plain }
  const cards = cardsOf(index).map((card) => soundCard(card, letterings))
  const paint = openCardPainter(accent)
  const cache = openCache(root, "cards", 300_000_000)
  const folder = openFolderWriter(join(root, cardsFolder))
  const atOnce = pLimit(4)
  const made = async ({ card }: SoundCard) => {
    const key = cacheKey(version, JSON.stringify([card, style]))
    const kept = await cache.load<Buffer>(key)
    const bytes = kept ?? (await paint(drawCard(card, style, letterings)))
    if (!kept) await cache.save(key, bytes)
    await folder.write(nameOf(card), bytes)
  }
  await Promise.all(cards.map((card) => atOnce(() => made(card))))
  await folder.finish()
  await cache.trim()
  return cards.flatMap(({ card: { address }, letters }) =>
    letters.length > 0 ? [{ address, letters }] : [],
  )
}

/** Changes with what draws them. */
const version = "3"

type SoundCard = { card: Card; letters: readonly string[] }

/** A card without letters that would be drawn as boxes. */
function soundCard(card: Card, { bold }: Letterings): SoundCard {
  const letters = new Set<string>()
  const sound = (written: string) => {
    const text = written.replaceAll(/✔[\uFE0E\uFE0F]?/g, "✓") // which the font has
    const lacking = bold.lacking(text)
    for (const letter of lacking) letters.add(letter)
    return lacking
      .reduce((rest, letter) => rest.replaceAll(letter, ""), text)
      .replaceAll(/\s+/g, " ")
      .trim()
  }
  const { title, label } = card
  return { card: { ...card, title: sound(title), label: sound(label) }, letters: [...letters] }
}

/** Paints the cards of a site. */
export function openCardPainter(accent: string): Painter {
  const { paper, ...colours } = coloursOf(accent)
  return openPainter(cardSize, paper, Object.values(colours))
}

/** Of a card's file, in its folder. */
const nameOf = ({ address }: Card) =>
  decodeURIComponent(cardAddress(address)).replace(/^\/cards\//, "")
