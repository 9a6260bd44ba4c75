import { defineDocumentType, makeSource } from "contentlayer2/source-files"
import { factsOf } from "./lib/source/facts"
import { courseFields, pageFields, postFields, seriesFields, siteFields } from "./lib/model/schema"

const Post = defineDocumentType(() => ({
  name: "Post",
  filePathPattern: "posts/*/index.mdx",
  contentType: "markdown", // the MDX is compiled where it is rendered
  fields: postFields,
  // A computed field reads its own document only: what relates two documents is a function in lib.
  computedFields: {
    slug: { type: "string", resolve: (post) => post._raw.sourceFileDir.replace(/^posts\//, "") },
    headings: { type: "json", resolve: (post) => factsOf(post.body.raw).headings },
    cites: { type: "json", resolve: (post) => factsOf(post.body.raw).cites },
    labels: { type: "json", resolve: (post) => factsOf(post.body.raw).labels },
    minutes: { type: "number", resolve: (post) => factsOf(post.body.raw).minutes },
    runs: { type: "json", resolve: (post) => factsOf(post.body.raw).runs },
  },
}))

const Page = defineDocumentType(() => ({
  name: "Page",
  filePathPattern: "pages/*.mdx",
  contentType: "markdown",
  fields: pageFields,
  computedFields: {
    slug: { type: "string", resolve: fileName },
    cites: { type: "json", resolve: (page) => factsOf(page.body.raw).cites },
    headings: { type: "json", resolve: (page) => factsOf(page.body.raw).headings },
    labels: { type: "json", resolve: (page) => factsOf(page.body.raw).labels },
    runs: { type: "json", resolve: (page) => factsOf(page.body.raw).runs },
  },
}))

const Series = defineDocumentType(() => ({
  name: "Series",
  filePathPattern: "series/*.yaml",
  contentType: "data",
  fields: seriesFields,
  computedFields: { id: { type: "string", resolve: fileName } },
}))

const Course = defineDocumentType(() => ({
  name: "Course",
  filePathPattern: "courses/*.yaml",
  contentType: "data",
  fields: courseFields,
  computedFields: { id: { type: "string", resolve: fileName } },
}))

const Site = defineDocumentType(() => ({
  name: "Site",
  filePathPattern: "site.yaml",
  contentType: "data",
  fields: siteFields,
}))

/** Called with a folder of `content`, the source holds that folder's documents only. */
export default makeSource((folder) => ({
  contentDirPath: "content",
  contentDirExclude: ["glossary.yaml"], // a list, which Contentlayer knows no type for
  contentDirInclude: folder === undefined ? [] : [folder],
  documentTypes: [Post, Page, Series, Course, Site],
  onUnknownDocuments: "fail",
  onExtraFieldData: "fail",
  onMissingOrIncompatibleData: "fail",
  disableImportAliasWarning: true,
  markdown: withoutHtml,
}))

/** Contentlayer would make HTML of each body; ours is made where it is rendered. */
function withoutHtml(processor: { parser?: unknown; compiler?: unknown }) {
  processor.parser = () => ({ type: "root", children: [] })
  processor.compiler = () => ""
}

function fileName(document: { _raw: { sourceFileName: string } }) {
  return document._raw.sourceFileName.replace(/\.\w+$/, "")
}
