import type { Folder, FoundPost, System } from "../found"
import { readNotebook } from "./notebook"
import { nameFrom } from "./markdown"

/** Notebooks, with what they have put out. */
export const jupyter: System = {
  name: "jupyter",
  isOf: ({ files }) => files.some((file) => /\.ipynb$/i.test(file)),
  read: (folder) => ({ ...readNotebooks(folder), publicFolders: [""] }),
}

/** Every notebook of a folder as a post. */
export function readNotebooks(folder: Folder): {
  posts: FoundPost[]
  skipped: { file: string; why: string }[]
} {
  const posts: FoundPost[] = []
  const skipped: { file: string; why: string }[] = []
  for (const file of folder.files.filter((one) => /\.ipynb$/i.test(one))) {
    try {
      const { fields, body, files } = readNotebook(folder.text(file))
      const name = nameFrom(file.replace(/\.ipynb$/i, ".md"))
      const day = /(\d{4}-\d{2}-\d{2})[-_][^/]*$/.exec(file)?.[1]
      const dated =
        fields["date"] === undefined && day !== undefined ? { ...fields, date: day } : fields
      const addresses = [`/${file.replace(/\.ipynb$/i, ".html")}`]
      posts.push({ file, name, fields: dated, body, syntax: "markdown", addresses, files })
    } catch (error) {
      skipped.push({ file, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { posts, skipped }
}
