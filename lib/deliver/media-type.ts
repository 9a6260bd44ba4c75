import { lookup } from "mrmime"

/** The media type of a file, by its name. */
export const typeOf = (name: string) => withCharset(lookup(name) ?? "application/octet-stream")

/** A media type that says how text is encoded. */
export const withCharset = (type: string) =>
  /^text\/|javascript|json/.test(type) && !/charset/i.test(type) ? `${type}; charset=utf-8` : type
