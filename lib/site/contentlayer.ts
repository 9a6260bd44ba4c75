import { dynamicBuild, renderTypes, runMain, type SourcePlugin } from "@contentlayer2/core"
import { unknownToAbsolutePosixFilePath } from "@contentlayer2/utils"
import { E, pipe, S } from "@contentlayer2/utils/effect"
import { defineDocumentType, makeSource } from "contentlayer2/source-files"
import type * as core from "zod/v4/core"
import * as z from "zod/mini"
import type { DocumentTypes } from "../../.partwise/types"
import { canonicalAddress, isWellEncoded } from "../model/addresses"
import type { Link } from "../model/body"
import { courseSchema, pageSchema, postSchema, seriesSchema, siteSchema } from "../model/schema"
import { contentlayerFieldsOf } from "./contentlayer-fields"
import type { ContentFile, Kind } from "../source/files"
import type { Content } from "../source/reader"
import type { Reading } from "../source/reading"

const slug = { slug: { type: "string", resolve: () => "" } } as const
const id = { id: { type: "string", resolve: () => "" } } as const
const text = {
  headings: { type: "json", resolve: () => [] },
  labels: { type: "json", resolve: () => [] },
  links: { type: "json", resolve: () => [] },
  works: { type: "json", resolve: () => [] },
} as const

/** The document types. What is computed comes from the reading of the document's file. */
const documentTypes = [
  defineDocumentType(() => ({
    name: "Post",
    filePathPattern: "posts/*/index.mdx",
    contentType: "data", // the body is kept apart, ready for its page
    fields: contentlayerFieldsOf(postSchema),
    computedFields: { ...slug, ...text, minutes: { type: "number", resolve: () => 0 } },
  })),
  defineDocumentType(() => ({
    name: "Page",
    filePathPattern: "{pages/*,figures/*/index}.mdx",
    contentType: "data",
    fields: contentlayerFieldsOf(pageSchema),
    computedFields: { ...slug, ...text },
  })),
  defineDocumentType(() => ({
    name: "Series",
    filePathPattern: "series/*.yaml",
    contentType: "data",
    fields: contentlayerFieldsOf(seriesSchema),
    computedFields: id,
  })),
  defineDocumentType(() => ({
    name: "Course",
    filePathPattern: "courses/*.yaml",
    contentType: "data",
    fields: contentlayerFieldsOf(courseSchema),
    computedFields: id,
  })),
  defineDocumentType(() => ({
    name: "Site",
    filePathPattern: "site.yaml",
    contentType: "data",
    fields: contentlayerFieldsOf(siteSchema),
  })),
]

const kinds: Partial<Record<Kind, { type: DocumentTypes["type"]; schema: core.$ZodObject }>> = {
  post: { type: "Post", schema: postSchema },
  page: { type: "Page", schema: pageSchema },
  series: { type: "Series", schema: seriesSchema },
  course: { type: "Course", schema: courseSchema },
  site: { type: "Site", schema: siteSchema },
}

const settings = (root: string) => ({
  tracingServiceName: "partwise",
  verbose: false,
  customCwd: unknownToAbsolutePosixFilePath(root),
})

/** Contentlayer's own plugin for files, but for reading them: that the reader has done. */
async function sourceOf(documents: readonly DocumentTypes[]): Promise<SourcePlugin> {
  const source = await makeSource({ contentDirPath: "content", documentTypes })(undefined)
  const cacheItemsMap = Object.fromEntries(
    documents.map((document) => [
      document._id,
      { document, documentHash: "", documentTypeName: document.type, hasWarnings: false },
    ]),
  )
  return { ...source, fetchData: () => S.fromValue(E.right({ cacheItemsMap })) }
}

/** Loads sound content, or some files of it, through Contentlayer. */
export async function loadDocuments(
  root: string,
  { files, readings }: Pick<Content, "files" | "readings">,
): Promise<readonly DocumentTypes[]> {
  const source = await sourceOf(
    files.flatMap((file) => documentFrom(file, readings.get(file.path)) ?? []),
  )
  const config = { source, esbuildHash: "", filePath: "lib/site/contentlayer.ts" }
  const loaded = await pipe(dynamicBuild({ config, verbose: false }), runMain(settings(root)))
  return loaded.allDocuments as readonly DocumentTypes[]
}

function documentFrom(
  { path, kind, name }: ContentFile,
  reading: Reading | undefined,
): DocumentTypes | undefined {
  const { type, schema } = kinds[kind] ?? {}
  if (!schema || !reading) return undefined
  const id = path.replace(/^content\//, "")
  const { headings, labels, cites = [], minutes } = reading.body ?? {}
  const works = [...new Set(cites.map((work) => work.name))]
  const links = addressesIn(reading.body?.links ?? [])
  const computed =
    kind === "post"
      ? { slug: name, headings, labels, links, works, minutes }
      : kind === "page"
        ? { slug: name, headings, labels, links, works }
        : kind === "site"
          ? {}
          : { id: name }
  const raw = { sourceFilePath: id, sourceFileDir: id.replace(/\/?[^/]*$/, "") }
  return {
    ...z.parse(schema, reading.values),
    ...computed,
    type,
    _id: id,
    _raw: raw,
  } as unknown as DocumentTypes
}

/** The site's own pages that links lead to. */
function addressesIn(links: readonly Pick<Link, "url">[]): readonly string[] {
  const paths = links.map(({ url }) => url.replace(/[?#].*/, ""))
  const own = paths.filter((path) => path.startsWith("/") && isWellEncoded(path))
  return [...new Set(own.map(canonicalAddress))]
}

/** The TypeScript declarations of the documents, rendered by Contentlayer from its schema. */
export async function renderDocumentTypes(root: string): Promise<string> {
  const source = await sourceOf([])
  const schemaDef = await pipe(source.provideSchema(""), runMain(settings(root)))
  const generationOptions = { sourcePluginType: source.type, options: source.options }
  const types = renderTypes({ schemaDef, generationOptions })
  // Contentlayer names the type of computed `json` fields without defining it.
  return `${types.trim()}\n\ntype json = unknown\n`
}
