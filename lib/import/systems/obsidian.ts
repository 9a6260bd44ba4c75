import { posix } from "node:path"
import { slugOf } from "../../model/slug"
import { outsideCode } from "../../mdx/outside-code"
import type { Folder, System } from "../found"
import { destination, escaped } from "../tags"
import { readMarkdownPosts } from "./markdown"

/** Obsidian: notes that link to each other by name. */
export const obsidian: System = {
  name: "obsidian",
  isOf: ({ files }) => files.some((file) => file.startsWith(".obsidian/")),
  read: (folder) => ({
    ...readMarkdownPosts(folder, {
      isPost: (file) => !file.startsWith(".") && !/(?:^|\/)templates?\//i.test(file),
      addressesOf: () => [],
      prepare: (body, { file, lose }) => withoutWikiMarks(body, folder, file, lose),
      bare: true,
    }),
    publicFolders: [""],
  }),
}

const picture = /\.(?:avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|m4a)$/i

/** `[[note]]`, `![[picture.png|300]]`, `%%what nobody sees%%`, `^block`. */
function withoutWikiMarks(
  body: string,
  folder: Folder,
  from: string,
  lose: (what: string) => void,
): string {
  return outsideCode(body, (part) =>
    part
      .replaceAll(
        /(!?)\[\[([^\]|#\n]*)(#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/g,
        (_all, mark: string, name: string, section = "", words = "") =>
          linkOf({ isShown: mark === "!", name: name.trim(), section, words }, folder, from, lose),
      )
      .replaceAll(/%%([^]*?)%%/g, (_all, text: string) => `<!--${text.replaceAll("--", "- -")}-->`)
      .replaceAll(/[ \t]\^[\w-]+[ \t]*$/gm, ""),
  )
}

type Wiki = { isShown: boolean; name: string; section: string; words: string }

function linkOf(wiki: Wiki, folder: Folder, from: string, lose: (what: string) => void): string {
  const { isShown, name, section, words } = wiki
  const fragment =
    section === ""
      ? ""
      : `#${section.startsWith("#^") ? "" : slugOf(section.split("#").at(-1) ?? "")}`
  const label = words || (name === "" ? section.slice(1) : name)
  const file = findNote(name, folder, from)
  if (isShown && file !== undefined && picture.test(file)) {
    const width = /^\d+$/.test(words) ? `{width=${words}}` : ""
    const stem = posix.basename(file).replace(picture, "").replaceAll(/[-_]+/g, " ")
    const alt = width === "" && words !== "" ? words : stem
    return `![${escaped(alt)}](${destination(`/${file}`)})${width}`
  }
  if (name === "") return `[${escaped(label)}](${fragment})`
  if (file === undefined) {
    lose(`a link to ${name}, which is not there`)
    return escaped(label)
  }
  return `[${escaped(label)}](${destination(`/${file}`)}${fragment === "#" ? "" : fragment})`
}

/** The note or file of a name: beside the one that names it, else anywhere. */
function findNote(name: string, folder: Folder, from: string): string | undefined {
  const wanted = [name, `${name}.md`]
  const beside = wanted.map((one) => posix.join(posix.dirname(from), one)).find(folder.has)
  return (
    beside ??
    folder.files.find((file) => wanted.some((one) => file === one || file.endsWith(`/${one}`)))
  )
}
