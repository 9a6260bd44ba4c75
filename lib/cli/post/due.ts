import { postAddress } from "../../model/addresses"
import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import { absenceOf } from "../../model/visibility"
import { siteUrl } from "../../model/site"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

/** Names the posts that are public by now and that a published site does not have yet. */
export async function duePosts({ words }: Line, io: Io): Promise<ExitCode> {
  const [site, ...others] = words
  if (site === undefined || others.length > 0) throw new WrongUsage("Expected one address")
  let live: ReadonlySet<string>
  try {
    const response = await io.fetch(`${siteUrl(site, "")}/addresses.json`)
    const pages = (await response.json()) as [address: string, title: string][]
    live = new Set(pages.map(([address]) => address))
  } catch (error) {
    return fail(io, `Unexpected answer of ${site} (${String(error)}), expected a site of Partwise`)
  }
  const { posts } = documentsOf(await readAllFields(io.root))
  for (const [slug, { data }] of posts) {
    const { draft = false, date } = data
    if (date === undefined || absenceOf({ draft, date }, io.today)) continue
    if (!live.has(postAddress(slug))) io.print(slug)
  }
  return 0
}
