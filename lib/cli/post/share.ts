import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import { homeAddress, postAddress } from "../../model/addresses"
import { suggestionOf } from "../../model/nearest"
import { formatShare, shareParameter } from "../../serve/share"
import { siteUrl } from "../../model/site"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

const usualDays = 7
const longestDays = 365

/** Makes a link to a private preview. */
export async function sharePost({ words, options }: Line, io: Io): Promise<ExitCode> {
  const [slug, ...others] = words
  const whole = options["all"] === true
  if (whole === (slug !== undefined) || others.length > 0) {
    throw new WrongUsage("Expected one slug, or --all")
  }
  const days = daysFrom(options["days"] as string | undefined)
  const { PREVIEW_SECRET: secret, SITE_URL: address } = io.env
  if (!secret) {
    return fail(io, "Unexpected absence of PREVIEW_SECRET, expected what the preview's server has")
  }
  if (!address) {
    return fail(io, "Unexpected absence of SITE_URL, expected the address of the preview")
  }
  const { posts } = documentsOf(await readAllFields(io.root))
  if (slug !== undefined && !posts.has(slug)) {
    return fail(
      io,
      `Unexpected post ${slug}, expected one of content/posts${suggestionOf(slug, posts.keys())}`,
    )
  }
  const url = siteUrl(address)
  const { hostname } = new URL(url)
  const path = slug === undefined ? homeAddress : postAddress(slug)
  const key = formatShare(
    { scope: hostname + decodeURIComponent(path), expires: io.now + days * 86_400_000 },
    secret,
  )
  io.print(`${url}${path}?${shareParameter}=${key}`)
  return 0
}

function daysFrom(written: string | undefined): number {
  if (written === undefined) return usualDays
  const days = /^\d{1,3}$/.test(written) ? Number(written) : 0
  if (days >= 1 && days <= longestDays) return days
  throw new WrongUsage(
    `Unexpected --days ${written}, expected a whole number from 1 to ${longestDays}`,
  )
}
