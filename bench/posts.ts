import { mkdir, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { diceFrom, type Dice } from "./dice"
import {
  clause,
  headingsOf,
  nameOf,
  qualityOf,
  sentence,
  tagNames,
  thingOf,
  titleOf,
} from "./phrases"
import { codeBlock } from "./samples"

/** A generated post: `text` is the whole file, front matter included. */
export type BenchPost = { slug: string; title: string; text: string }

export type PostOptions = {
  seed?: number
  /** Formulas as `$…$` and `$$…$$`; else as plain text and code. */
  mathematics?: boolean
}

/** The post that is weighed, timed and loaded: about 2,300 words, in every set of ten and more. */
export const longPost = 7

/** Words of a post, code and front matter not counted. */
const length = 2300

const averageParagraph = 80

/**
 * The post with a number, the same bytes for the same seed. It links to posts with smaller numbers
 * only, so that it is the same in a set of any size.
 */
export function postAt(
  index: number,
  { seed = 1, mathematics = false }: PostOptions = {},
): BenchPost {
  const dice = diceFrom(seed * 1_000_003 + index)
  const title = titleOf(dice)
  const front = [
    `title: "${title}"`,
    `description: "${sentence(dice).replaceAll(/[*`]/g, "").slice(0, 180)}"`,
    `date: ${new Date(Date.UTC(2010, 0, 1 + (index % 5000))).toISOString().slice(0, 10)}`,
    `tags: [${dice.shuffle(tagNames).slice(0, dice.whole(1, 3)).join(", ")}]`,
  ]
  const body = bodyOf(dice, { index, seed, mathematics })
  return { slug: slugAt(index, seed), title, text: `---\n${front.join("\n")}\n---\n\n${body}\n` }
}

/** Writes the first `count` posts, each where `pathOf` says. */
export async function writePosts(
  count: number,
  pathOf: (slug: string) => string,
  options?: PostOptions,
): Promise<void> {
  for (let index = 0; index < count; index++) {
    const { slug, text } = postAt(index, options)
    const path = pathOf(slug)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

/** The address part of a post, without generating it. */
export function slugAt(index: number, seed = 1): string {
  const title = titleOf(diceFrom(seed * 1_000_003 + index))
  return `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${String(index).padStart(5, "0")}`
}

type Setting = { index: number; seed: number; mathematics: boolean }

function bodyOf(dice: Dice, setting: Setting): string {
  const headings = headingsOf(dice, dice.whole(6, 10))
  const extras = extrasOf(dice, setting, headings.length)
  const share = length / (headings.length + 0.5)
  const blocks = [...paragraphs(dice, setting, share / 2)]

  headings.forEach((heading, place) => {
    const depth = place > 0 && dice.chance(0.35) ? "###" : "##"
    blocks.push(`${depth} ${heading}`)
    const [extra = []] = [extras[place]]
    const text = paragraphs(dice, setting, share - wordsOf(extra))
    const at = Math.max(1, Math.floor(text.length / 2))
    blocks.push(...text.slice(0, at), ...extra, ...text.slice(at))
  })
  return blocks.join("\n\n")
}

/** What stands between the paragraphs of each section: code, tables, lists, formulas, a quotation. */
function extrasOf(dice: Dice, { mathematics }: Setting, sections: number): readonly string[][] {
  const extras = Array.from({ length: sections }, (): string[] => [])
  const place = (block: string) => extras[dice.whole(0, sections - 1)]?.push(block)

  for (let left = dice.whole(3, 5); left > 0; left--) place(codeBlock(dice))
  for (let left = dice.whole(1, 3); left > 0; left--) place(list(dice))
  for (let left = dice.whole(1, 3); left > 0; left--) place(displayedFormula(dice, mathematics))
  if (dice.chance(0.5)) place(table(dice))
  if (dice.chance(0.3)) place(`> ${sentence(dice)} ${sentence(dice)}`)
  return extras
}

function paragraphs(dice: Dice, setting: Setting, words: number): readonly string[] {
  const result: string[] = []
  for (let left = words; left > averageParagraph / 2; left -= wordsOf(result.slice(-1))) {
    const sentences = Array.from({ length: dice.whole(3, 6) }, () => sentence(dice))
    if (dice.chance(0.2)) sentences.push(linkTo(dice, setting))
    if (dice.chance(0.2)) sentences.push(`Here ${inlineFormula(dice, setting.mathematics)} holds.`)
    result.push(sentences.join(" "))
  }
  return result
}

const wordsOf = (blocks: readonly string[]) =>
  blocks
    .filter((block) => !block.startsWith("```"))
    .join(" ")
    .split(/\s+/).length

/** A sentence with a link, to a post that stands before this one or to another site. */
function linkTo(dice: Dice, { index, seed }: Setting): string {
  const name = nameOf(dice).replaceAll("_", "-")
  if (index === 0 || dice.chance(0.3)) {
    return `The [documentation](https://example.org/${name}/) says more about ${thingOf(dice)}.`
  }
  const slug = slugAt(dice.whole(0, index - 1), seed)
  return `I wrote about ${thingOf(dice)} in [an earlier post](/posts/${slug}/).`
}

function list(dice: Dice): string {
  const ordered = dice.chance(0.3)
  return Array.from({ length: dice.whole(3, 6) }, (_, item) =>
    ordered ? `${item + 1}. ${clause(dice)};` : `* ${clause(dice)};`,
  ).join("\n")
}

function table(dice: Dice): string {
  const row = () => `| \`${nameOf(dice)}\` | ${dice.whole(1, 999)} | ${qualityOf(dice)} |`
  const rows = Array.from({ length: dice.whole(4, 8) }, row)
  return ["| Setting | Value | Verdict |", "| --- | --: | --- |", ...rows].join("\n")
}

function inlineFormula(dice: Dice, mathematics: boolean): string {
  const power = dice.whole(2, 9)
  return mathematics
    ? `$y = \\sigma(w^\\top x^{${power}} + b)$`
    : `\`y = sigmoid(w·x^${power} + b)\``
}

function displayedFormula(dice: Dice, mathematics: boolean): string {
  const [count, scale] = [dice.whole(2, 99), dice.whole(2, 64)]
  return mathematics
    ? `$$\nL(w) = -\\frac{1}{${count}} \\sum_{i=1}^{${count}} y_i \\log p_i + \\frac{\\lambda}{${scale}} \\lVert w \\rVert^2\n$$`
    : `\`\`\`text\nL(w) = -1/${count} · Σ y[i] · log p[i]  +  λ/${scale} · ‖w‖²\n\`\`\``
}
