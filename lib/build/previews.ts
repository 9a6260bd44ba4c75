import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { toHtml } from "hast-util-to-html"
import { h } from "hastscript"
import { cardsOf } from "../cards/list"
import { previewHtml } from "../feed/preview"
import {
  canonicalAddress,
  pageAddress,
  postAddress,
  previewFile,
  seriesAddress,
} from "../model/addresses"
import { previewsFolder } from "../model/build-folders.mjs"
import { nameOf } from "../model/labels"
import type { Page, Post } from "../model/post"
import { wordsOf } from "../model/words/words"
import { openFolderWriter } from "../site/folder-writer"
import type { Index } from "../site/site-index"
import { readBodyIn, viewOf } from "../site/view"

/** What a link shows before it is followed. */
type Preview = {
  title: string
  /** What it is in, or of. */
  label: string
  html: string
}

/**
 * Writes what links show of pages, and of places in them, before they are followed: one small file for each
 * that a text links to.
 *
 * @param root of the project, where the content has been written
 */
export async function writePreviews(root: string): Promise<void> {
  const written = join(root, ".partwise")
  const index = JSON.parse(await readFile(join(written, "index.json"), "utf8")) as Index
  const folder = openFolderWriter(join(root, previewsFolder))
  const preview = previewerOf(index, written)
  for (const [address, ids] of await targetsIn(written)) {
    for (const id of ids) {
      const found = await preview(address, id)
      if (found) await folder.write(previewFile(address, id), JSON.stringify(found))
    }
  }
  await folder.finish()
}

/** The pages that texts link to, and the places in them; "" is the page itself. */
async function targetsIn(written: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const targets = new Map<string, Set<string>>()
  for (const kind of ["posts", "pages"]) {
    const folder = join(written, "bodies", kind)
    const files = await readdir(folder, { recursive: true }).catch(() => [])
    for (const file of files.filter((name) => name.endsWith(".json"))) {
      const text = await readFile(join(folder, file), "utf8")
      for (const [, href = ""] of text.matchAll(/ href=\\"(\/(?!\/)[^"\\]*)\\"/g)) {
        const { pathname, hash } = new URL(href.replaceAll("&amp;", "&"), "http://site")
        if (!pathname.endsWith("/")) continue
        const address = canonicalAddress(pathname)
        targets.set(
          address,
          (targets.get(address) ?? new Set()).add(decodeURIComponent(hash.slice(1))),
        )
      }
    }
  }
  return targets
}

function previewerOf(index: Index, written: string) {
  const words = wordsOf(index.site.language)
  const view = viewOf(index)
  const cards = new Map(cardsOf(index).map((card) => [card.address, card]))
  const documents = new Map<string, readonly ["posts" | "pages", Post | Page]>([
    ...index.posts.map((post) => [postAddress(post.slug), ["posts", post]] as const),
    ...index.pages.map((page) => [pageAddress(page.slug), ["pages", page]] as const),
  ])
  const descriptions = new Map(index.series.map((one) => [seriesAddress(one.id), one.description]))
  return async (address: string, id: string): Promise<Preview | undefined> => {
    const card = cards.get(address)
    if (!card) return undefined
    const [kind, document] = documents.get(address) ?? []
    const heading = document?.headings.find((one) => one.id === id)
    const label = document?.labels.find((one) => one.id === id)
    const name = heading?.text ?? (label && nameOf(label, words))
    if (!kind || !document || name === undefined) {
      const text = document?.description ?? descriptions.get(address)
      return {
        title: card.title,
        label: card.label,
        html: text === undefined ? "" : paragraph(text),
      }
    }
    const { runs } = await readBodyIn(written, index, view, [kind, document.slug])
    return { title: name, label: card.title, html: previewHtml(runs, id) }
  }
}

const paragraph = (text: string) => toHtml(h("p", text))
