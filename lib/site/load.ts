import { dynamicBuild, renderTypes, runMain } from "@contentlayer2/core"
import { unknownToAbsolutePosixFilePath } from "@contentlayer2/utils"
import { pipe } from "@contentlayer2/utils/effect"
import type { DocumentTypes } from "../../.partwise/types"
import contentlayer from "../../contentlayer.config"

/**
 * Loads documents through Contentlayer, in this process and without its files on disk: its own
 * generator writes every body three times, and in watch mode all of them at every save.
 *
 * @param root of the project
 * @param folder below `content`, such as `posts/my-post`, to load that folder's documents only
 */
export async function loadDocuments(
  root: string,
  folder?: string,
): Promise<readonly DocumentTypes[]> {
  const source = await contentlayer(folder)
  const config = { source, esbuildHash: "", filePath: "contentlayer.config.ts" }
  const loaded = await pipe(dynamicBuild({ config, verbose: false }), runMain(settings(root)))
  return loaded.allDocuments as readonly DocumentTypes[]
}

/** The TypeScript declarations of the documents, rendered by Contentlayer from its schema. */
export async function renderDocumentTypes(root: string): Promise<string> {
  const source = await contentlayer(undefined)
  const schemaDef = await pipe(source.provideSchema(""), runMain(settings(root)))
  const generationOptions = { sourcePluginType: source.type, options: source.options }
  const types = renderTypes({ schemaDef, generationOptions })
  // Contentlayer names the type of computed `json` fields without defining it.
  return `${types.trim()}\n\ntype json = unknown\n`
}

const settings = (root: string) => ({
  tracingServiceName: "partwise",
  verbose: false,
  customCwd: unknownToAbsolutePosixFilePath(root),
})
