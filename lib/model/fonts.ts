/** Fonts of a site's own, by what they are for: lists of CSS of fonts that readers have. */
export type Fonts = Partial<Record<FontUse, string>>

export type FontUse = "text" | "interface" | "code"

const generic =
  "serif|sans-serif|monospace|system-ui|ui-serif|ui-sans-serif|ui-monospace|ui-rounded"

/** Names with commas between them, the last of a kind that every system has. */
export const fontsForm = new RegExp(`^(?:[A-Za-z][\\w -]*, *)*(?:${generic})$`)

/** What names our own in `app/styles/theme.css`. */
const variables: Readonly<Record<FontUse, readonly string[]>> = {
  text: ["--font-source-serif", "--font-source-serif-rare"],
  interface: ["--font-inter"],
  code: ["--font-jetbrains-mono"],
}

/** The style sheet of a site's own fonts. */
export function fontStyles(fonts: Fonts = {}): string {
  const lines = (Object.keys(fonts) as FontUse[]).flatMap((use) =>
    variables[use].map((name) => `  ${name}: ${quoted(fonts[use] ?? "")};\n`),
  )
  return lines.length === 0 ? "" : `:root {\n${lines.join("")}}\n`
}

const quoted = (list: string) =>
  list
    .split(/, */)
    .map((name) => (new RegExp(`^(?:${generic})$`).test(name) ? name : `"${name}"`))
    .join(", ")
