import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { escapeAttribute } from "entities"
import type { DeliverySettings } from "../model/delivery-settings"
import { inParallel } from "./in-parallel"

/**
 * Writes a page for each earlier address that leads on from there: for hosts that know of no redirects,
 * such as GitHub Pages. It is no part of the manifest, so that whoever reads that sends a real redirect.
 */
export async function writeAliasPages(
  folder: string,
  { url, base, redirects }: Pick<DeliverySettings, "url" | "base" | "redirects">,
): Promise<void> {
  await inParallel(redirects, async ({ from, to }) => {
    const place = join(folder, decodeURIComponent(from))
    await mkdir(place, { recursive: true })
    await writeFile(join(place, "index.html"), aliasPage(base + to, url + to))
  })
}

const aliasPage = (path: string, whole: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${escapeAttribute(path)}">
<link rel="canonical" href="${escapeAttribute(whole)}">
<title>This page has moved</title>
<p>This page <a href="${escapeAttribute(path)}">has moved</a>.
</html>
`
