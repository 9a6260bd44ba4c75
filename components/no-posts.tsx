import { feedAddress } from "@/lib/model/addresses"

/** Stands where posts will be. */
export function NoPosts() {
  return (
    <p>
      Nothing is published here yet. <a href={feedAddress}>The feed</a> will say when something is.
    </p>
  )
}
