import { zipSync, type Zippable } from "fflate"
import { h } from "hastscript"
import { x } from "xastscript"
import { wordsOf } from "../model/words/words"
import { titlePage, type Book, type BookChapter } from "./book"
import { bookStyles } from "./styles"
import { xhtmlFile, xmlFile } from "./xml"

/** A book as an EPUB (EPUB 3.3, with the metadata of EPUB Accessibility 1.1). */
export function formatEpub(book: Book): Buffer {
  const { language, chapters, pictures } = book
  const words = wordsOf(language)
  // The earliest time that ZIP knows, in each time zone: the same book has the same bytes.
  const mtime = new Date(1980, 0, 1)
  const document = (title: string, type: string, content: Parameters<typeof xhtmlFile>[1]) =>
    xhtmlFile({ title, language, type }, content)
  const files: Record<string, string | Uint8Array> = {
    "META-INF/container.xml": xmlFile(container),
    "EPUB/package.opf": xmlFile(packageOf(book)),
    "EPUB/nav.xhtml": document(words.contents, "frontmatter", navigationOf(book)),
    "EPUB/title.xhtml": document(book.title, "titlepage", titlePage(book)),
    "EPUB/style.css": bookStyles,
  }
  for (const { file, title, type, content } of chapters) {
    files[`EPUB/${file}`] = document(title, type, content)
  }
  for (const [name, bytes] of pictures) files[`EPUB/${name}`] = bytes

  const zipped: Zippable = { mimetype: [Buffer.from("application/epub+zip"), { level: 0, mtime }] }
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content
    zipped[name] = [bytes, { level: isPacked(name) ? 0 : 9, mtime }]
  }
  return Buffer.from(zipSync(zipped))
}

const isPacked = (name: string) => /\.(?:png|jpe?g|webp|gif)$/.test(name)

const container = x(
  "container",
  { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" },
  x("rootfiles", [
    x("rootfile", {
      "full-path": "EPUB/package.opf",
      "media-type": "application/oebps-package+xml",
    }),
  ]),
)

function packageOf(book: Book) {
  const pages = ["title.xhtml", "nav.xhtml", ...book.chapters.map(({ file }) => file)]
  return x(
    "package",
    {
      xmlns: "http://www.idpf.org/2007/opf",
      version: "3.0",
      "unique-identifier": "id",
      "xml:lang": book.language,
    },
    [
      metadataOf(book),
      manifestOf(book),
      x(
        "spine",
        pages.map((file) => x("itemref", { idref: itemOf(file) })),
      ),
    ],
  )
}

const features = [
  "structuralNavigation",
  "tableOfContents",
  "readingOrder",
  "MathML",
  "alternativeText",
]
const summary =
  "Formulas are MathML; pictures have descriptions, and figures a sentence that says what they show."

function metadataOf(book: Book) {
  const { id, title, description, language, authors, licence, published, changed } = book
  const meta = (property: string, value: string) => x("meta", { property }, value)
  return x("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
    x("dc:identifier", { id: "id" }, id),
    x("dc:title", title),
    x("dc:language", language),
    x("dc:description", description),
    ...authors.map((author) => x("dc:creator", author)),
    x("dc:date", published),
    licence && x("dc:rights", `${licence.name}, ${licence.url}`),
    meta("dcterms:modified", `${changed}T00:00:00Z`),
    meta("schema:accessMode", "textual"),
    meta("schema:accessMode", "visual"),
    meta("schema:accessModeSufficient", "textual"),
    ...features.map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", "none"),
    meta("schema:accessibilitySummary", summary),
  ])
}

function manifestOf({ chapters, pictures, cover }: Book) {
  const documents: readonly (readonly [file: string, properties?: string])[] = [
    ["nav.xhtml", "nav"],
    ["title.xhtml"],
    ...chapters.map((chapter) => [chapter.file, needsOf(chapter)] as const),
  ]
  const item = (href: string, type: string, properties?: string) =>
    x("item", { id: itemOf(href), href, "media-type": type, properties })
  return x("manifest", [
    ...documents.map(([file, properties]) => item(file, "application/xhtml+xml", properties)),
    item("style.css", "text/css"),
    ...[...pictures.keys()].map((name) =>
      item(name, mediaTypeOf(name), name === cover ? "cover-image" : undefined),
    ),
  ])
}

const itemOf = (file: string) => `file-${file.replaceAll(/[^\w-]+/g, "-")}`

const mediaTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
}

/** @throws Error for what no program for books has to show (EPUB 3.3, section 3.2) */
function mediaTypeOf(name: string): string {
  const type = mediaTypes[name.slice(name.lastIndexOf(".") + 1)]
  if (type === undefined)
    throw new Error(`Unexpected picture ${name}, expected one that EPUB knows`)
  return type
}

/** What a program has to know to show a chapter, as its manifest says it. */
function needsOf({ content }: BookChapter): string | undefined {
  const names = new Set<string>()
  const look = (nodes: BookChapter["content"]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue
      if (node.tagName === "math") names.add("mathml")
      else if (node.tagName === "svg") names.add("svg")
      else look(node.children)
    }
  }
  look(content)
  return names.size > 0 ? [...names].sort().join(" ") : undefined
}

/** The contents: chapters, and the sections of each. */
function navigationOf({ chapters, language }: Book) {
  const words = wordsOf(language)
  return [
    h("nav", { "epub:type": "toc", id: "toc" }, [
      h("h1", words.contents),
      h(
        "ol",
        chapters.map(({ file, title, label, sections }) =>
          h("li", [
            h("a", { href: file }, label === undefined ? title : `${label}: ${title}`),
            ...(sections.length > 0
              ? [
                  h(
                    "ol",
                    sections.map((one) =>
                      h("li", h("a", { href: `${file}#${one.id}` }, one.title)),
                    ),
                  ),
                ]
              : []),
          ]),
        ),
      ),
    ]),
  ]
}
