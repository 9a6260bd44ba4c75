import type { Folder, System } from "../found"
import { ghost, medium, substack, wordpress } from "./exports"
import { hugo } from "./hugo"
import { jekyll } from "./jekyll"
import { jupyter } from "./jupyter"
import { obsidian } from "./obsidian"
import { quarto } from "./quarto"
import { astro, markdown, next } from "./sites"

/** Those that can be told by a mark of their own come before those that any folder may be. */
const systems: readonly System[] = [
  hugo,
  jekyll,
  astro,
  next,
  quarto,
  obsidian,
  substack,
  wordpress,
  ghost,
  medium,
  jupyter,
  markdown,
]

/** What `--from` may say. */
export const systemNames: readonly string[] = systems.map(({ name }) => name)

/** The system of a name; without one, that which a folder is of. */
export const findSystem = (folder: Folder, name?: string): System | undefined =>
  systems.find((system) => (name === undefined ? system.isOf(folder) : system.name === name))
