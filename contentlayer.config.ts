import { defineDocumentType, makeSource, type FieldDefs } from "contentlayer2/source-files"
import { factsOf } from "./lib/markdown/facts"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  type Fields,
} from "./lib/schema"

const Post = defineDocumentType(() => ({
  name: "Post",
  filePathPattern: "posts/*/index.mdx",
  contentType: "markdown", // the MDX is compiled where it is rendered
  fields: contentlayerFields(postFields),
  // A computed field reads its own document only: what relates two documents is a function in lib.
  computedFields: {
    slug: { type: "string", resolve: (post) => post._raw.sourceFileDir.replace(/^posts\//, "") },
    headings: { type: "json", resolve: (post) => factsOf(post.body.raw).headings },
    minutes: { type: "number", resolve: (post) => factsOf(post.body.raw).minutes },
  },
}))

const Page = defineDocumentType(() => ({
  name: "Page",
  filePathPattern: "pages/*.mdx",
  contentType: "markdown",
  fields: contentlayerFields(pageFields),
  computedFields: { slug: { type: "string", resolve: fileName } },
}))

const Series = defineDocumentType(() => ({
  name: "Series",
  filePathPattern: "series/*.yaml",
  contentType: "data",
  fields: contentlayerFields(seriesFields),
  computedFields: { id: { type: "string", resolve: fileName } },
}))

const Course = defineDocumentType(() => ({
  name: "Course",
  filePathPattern: "courses/*.yaml",
  contentType: "data",
  fields: contentlayerFields(courseFields),
  computedFields: { id: { type: "string", resolve: fileName } },
}))

const Site = defineDocumentType(() => ({
  name: "Site",
  filePathPattern: "site.yaml",
  contentType: "data",
  fields: contentlayerFields(siteFields),
}))

/** Called with a folder of `content`, the source holds that folder's documents only. */
export default makeSource((folder) => ({
  contentDirPath: "content",
  contentDirInclude: folder === undefined ? [] : [folder],
  documentTypes: [Post, Page, Series, Course, Site],
  onUnknownDocuments: "fail",
  onExtraFieldData: "fail",
  onMissingOrIncompatibleData: "fail",
  disableImportAliasWarning: true,
  markdown: withoutHtml,
}))

/** Contentlayer takes our fields as they are, and ignores the limits that only the check knows. */
function contentlayerFields(fields: Fields): FieldDefs {
  return fields as FieldDefs
}

/** Contentlayer would make HTML of each body; ours is made where it is rendered. */
function withoutHtml(processor: { parser?: unknown; compiler?: unknown }) {
  processor.parser = () => ({ type: "root", children: [] })
  processor.compiler = () => ""
}

function fileName(document: { _raw: { sourceFileName: string } }) {
  return document._raw.sourceFileName.replace(/\.\w+$/, "")
}
