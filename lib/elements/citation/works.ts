import { plugins, type CslEngine } from "@citation-js/core"
import "@citation-js/plugin-csl"
import type { Work } from "./format"

/** A work as CSL-JSON describes it, in the fields that we print ourselves. */
export type CslItem = {
  id: string
  title?: string
  "container-title"?: string
  "collection-title"?: string
  publisher?: string
  DOI?: string
  URL?: string
}

/**
 * Formats works that one page cites, in APA's style (7th edition), sorted as in its list of
 * references: where two would have one label, their years get letters or their authors more names.
 */
export function formatWorks(items: readonly CslItem[]): readonly Work[] {
  if (items.length === 0) return []
  const own = items.map(withOwnCase)
  const ids = own.map(({ id }) => id)
  const engine = plugins.config.get("@csl").engine(own, "apa", "en-US", "html")
  engine.opt.development_extensions.wrap_url_and_doi = true
  engine.updateItems(ids)
  const [{ entry_ids }, entries] = engine.makeBibliography()
  return entry_ids.map(([id], index) => ({
    key: id.slice(mark.length),
    authors: authorsOf(engine, id),
    year: yearOf(engine, id),
    html: entryHtml(entries[index] ?? ""),
  }))
}

/** The processor keeps works in plain objects, where a key such as `constructor` is there already. */
const mark = "@"

/** Names of journals and series as they are written: the style would write each word with a capital. */
function withOwnCase(item: CslItem): CslItem {
  const asWritten = (text: string | undefined) =>
    text === undefined ? undefined : `<span class="nocase">${text}</span>`
  return {
    ...item,
    id: mark + item.id,
    "container-title": asWritten(item["container-title"]),
    "collection-title": asWritten(item["collection-title"]),
  }
}

const authorsOf = (engine: CslEngine, id: string) =>
  plainText(withOthers(engine.makeCitationCluster([{ id, "author-only": true }])))

const yearOf = (engine: CslEngine, id: string) =>
  plainText(engine.makeCitationCluster([{ id, "suppress-author": true }])).replaceAll(/[()]/g, "")

/** BibTeX writes "and others" for those it leaves out, which CSL takes for a name. */
const withOthers = (html: string) => html.replaceAll(/ &#38; others(?=[\s.,)(<]|$)/g, " et al.")

const plainText = (html: string) =>
  html
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll("&#60;", "<")
    .replaceAll("&#62;", ">")
    .replaceAll("&#38;", "&")

/** An entry without the box around it and without styles, which a page's policy forbids. */
const entryHtml = (entry: string) =>
  withOthers(entry.trim().replace(/^<div class="csl-entry">([^]*)<\/div>$/, "$1"))
    .replaceAll("et al..", "et al.")
    .replaceAll(/<span style="font-style:normal;">([^<]*)<\/span>/g, "</i>$1<i>")
    .replaceAll(/ style="[^"]*"/g, "")
