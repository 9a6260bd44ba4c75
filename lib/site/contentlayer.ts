import { dynamicBuild, renderTypes, runMain, type SourcePlugin } from "@contentlayer2/core"
import { unknownToAbsolutePosixFilePath } from "@contentlayer2/utils"
import { E, pipe, S } from "@contentlayer2/utils/effect"
import { defineDocumentType, makeSource } from "contentlayer2/source-files"
import type { DocumentTypes } from "../../.partwise/types"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  type Fields,
} from "../model/schema"
import type { ContentFile, Kind } from "../source/files"
import type { Content } from "../source/reader"
import type { Reading } from "../source/reading"

const slug = { slug: { type: "string", resolve: () => "" } } as const
const id = { id: { type: "string", resolve: () => "" } } as const
const text = {
  headings: { type: "json", resolve: () => [] },
  labels: { type: "json", resolve: () => [] },
  works: { type: "json", resolve: () => [] },
} as const

/** The document types. What is computed comes from the reading of the document's file. */
const documentTypes = [
  defineDocumentType(() => ({
    name: "Post",
    filePathPattern: "posts/*/index.mdx",
    contentType: "data", // the body is kept apart, ready for its page
    fields: postFields,
    computedFields: { ...slug, ...text, minutes: { type: "number", resolve: () => 0 } },
  })),
  defineDocumentType(() => ({
    name: "Page",
    filePathPattern: "pages/*.mdx",
    contentType: "data",
    fields: pageFields,
    computedFields: { ...slug, ...text },
  })),
  defineDocumentType(() => ({
    name: "Series",
    filePathPattern: "series/*.yaml",
    contentType: "data",
    fields: seriesFields,
    computedFields: id,
  })),
  defineDocumentType(() => ({
    name: "Course",
    filePathPattern: "courses/*.yaml",
    contentType: "data",
    fields: courseFields,
    computedFields: id,
  })),
  defineDocumentType(() => ({
    name: "Site",
    filePathPattern: "site.yaml",
    contentType: "data",
    fields: siteFields,
  })),
]

const typeOf: Partial<Record<Kind, DocumentTypes["type"]>> = {
  post: "Post",
  page: "Page",
  series: "Series",
  course: "Course",
  site: "Site",
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
  const type = typeOf[kind]
  if (!type || !reading) return undefined
  const id = path.replace(/^content\//, "")
  const { headings, labels, works, minutes } = reading.body ?? {}
  const computed =
    kind === "post"
      ? { slug: name, headings, labels, works, minutes }
      : kind === "page"
        ? { slug: name, headings, labels, works }
        : kind === "site"
          ? {}
          : { id: name }
  const raw = { sourceFilePath: id, sourceFileDir: id.replace(/\/?[^/]*$/, "") }
  return {
    ...withDefaults(reading.values as object, fieldsOf[type]),
    ...computed,
    type,
    _id: id,
    _raw: raw,
  } as unknown as DocumentTypes
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

const fieldsOf: Record<DocumentTypes["type"], Fields> = {
  Post: postFields,
  Page: pageFields,
  Series: seriesFields,
  Course: courseFields,
  Site: siteFields,
}

/** Values with those that a file need not write, in objects within them too. */
function withDefaults(values: object, fields: Fields): object {
  const filled: Record<string, unknown> = { ...values }
  for (const [name, field] of Object.entries(fields)) {
    const value = filled[name]
    if (value === undefined && "default" in field) filled[name] = field.default
    else if (field.type === "nested" && value) {
      filled[name] = withDefaults(value, field.of.def().fields)
    } else if (field.type === "list" && field.of.type === "nested" && Array.isArray(value)) {
      const { fields: inner } = field.of.def()
      filled[name] = value.map((item: object) => withDefaults(item, inner))
    }
  }
  return filled
}
