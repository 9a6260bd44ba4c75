import { existsSync } from "node:fs"
import { cp, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { postAddress } from "./pair"
import { temporaryFolder } from "./project"
import { freePort, startServer, type Server } from "./server"

type How = {
  /** What the command line begins with, to keep it on one core. */
  before: readonly string[]
  /** The files that are served: our `dist`. */
  files: string
  /** Whether open files are remembered, which Debian's settings do not do. */
  remember: boolean
}

/** The same files behind nginx: Debian's settings, gzip_static, no access log, one worker. */
export async function startNginx(nginx: string, { before, files, remember }: How): Promise<Server> {
  const place = await temporaryFolder("nginx")
  const port = await freePort()
  const configuration = `
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off; worker_processes 1; pid ${place}/pid; error_log stderr;
events { worker_connections 768; }
http {
  include /etc/nginx/mime.types;
  access_log off; sendfile on; tcp_nopush on; gzip_static on;
  ${remember ? "open_file_cache max=1000;" : ""}
  server { listen localhost:${port}; root ${files}; index index.html; }
}
`
  await writeFile(join(place, "nginx.conf"), configuration)
  const [command = "", ...args] = [...before, nginx, "-p", place, "-c", `${place}/nginx.conf`]
  return startServer([command, ...args], { cwd: place, port, path: postAddress })
}

/** Our `dist`, or where there is none, the post as our server sends it, compressed beforehand. */
export async function filesToServe(folder: string, page: string): Promise<string> {
  const files = join(await temporaryFolder("files"), "files")
  if (existsSync(join(folder, "dist"))) {
    await cp(join(folder, "dist"), files, { recursive: true })
    return files
  }
  const file = join(files, postAddress, "index.html")
  await mkdir(join(file, ".."), { recursive: true })
  await writeFile(file, page)
  await writeFile(`${file}.gz`, gzipSync(page, { level: 9 }))
  return files
}
