import { messageOf } from "../../model/problem"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import { checkOnce } from "../../rules/check"
import { postAddress } from "../../model/addresses"
import { placeOf } from "../../model/documents"
import { suggestionOf } from "../../model/nearest"
import { absenceOf } from "../../model/visibility"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"
import { placeholder, withField } from "./front-matter"

/** Makes a draft, or a post of a day to come, public as of today. */
export async function publishPost({ words }: Line, io: Io): Promise<ExitCode> {
  const [slug, ...others] = words
  if (slug === undefined || others.length > 0) throw new WrongUsage("Expected one slug")
  const { posts } = documentsOf(await readAllFields(io.root))
  const post = posts.get(slug)
  if (!post) {
    return fail(
      io,
      `Unexpected post ${slug}, expected one of content/posts${suggestionOf(slug, posts.keys())}`,
    )
  }
  const problems = (await checkOnce(io.root)).filter(({ file }) => file === post.file)
  for (const problem of problems) io.error(messageOf(problem))
  if (problems.some(({ severity }) => severity === "error")) return 1

  const { data, file } = post
  if (data.description === placeholder) {
    const { line, column } = placeOf(post, ["description"])
    return fail(
      io,
      `${file}:${line}:${column}: Unexpected description of a new draft, expected one of this post`,
    )
  }
  if (!absenceOf({ draft: data.draft === true, date: data.date ?? io.today }, io.today)) {
    return fail(
      io,
      `Unexpected public post, expected a draft: readers see ${file} since ${data.date}`,
    )
  }
  const path = join(io.root, file)
  let text = withField(await readFile(path, "utf8"), file, "date", io.today)
  text = withField(text, file, "draft", undefined)
  // Readers have seen none of its earlier days.
  if (data.updated !== undefined) text = withField(text, file, "updated", undefined)
  await writeFile(path, text)
  io.print(`${file}: public with the next build, at ${postAddress(slug)}`)
  return 0
}
