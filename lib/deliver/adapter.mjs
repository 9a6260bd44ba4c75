// What Next.js hands its output to when a build is complete. Next.js loads it as plain JavaScript; the
// delivery itself is TypeScript.
import { tsImport } from "tsx/esm/api"

/** @type {import("next").NextAdapter} */
export default {
  name: "partwise",
  async onBuildComplete({ outputs, projectDir, nextVersion }) {
    /** @type {typeof import("./deliver")} */
    const { deliver } = await tsImport("./deliver.ts", import.meta.url)
    console.log(await deliver({ outputs, root: projectDir, nextVersion }))
  },
}
