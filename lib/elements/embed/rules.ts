import type { Documents } from "../../model/documents"
import { problemAt, type Problem } from "../../model/problem"

/** What a frame shows is from a host that the site's owner has named. */
export function* framesAllowed({ posts, pages, frameHosts = [] }: Documents): Generator<Problem> {
  for (const { file, frames } of [...posts.values(), ...pages.values()]) {
    for (const { name: host, place } of frames) {
      if (frameHosts.some((one) => host === one || host.endsWith(`.${one}`))) continue
      const reason = `Unexpected frame of ${host}, expected a link, or ${host} among frameHosts in content/site.yaml: what a frame shows runs, and learns who reads`
      yield problemAt(file, place, reason, "frame-host")
    }
  }
}
