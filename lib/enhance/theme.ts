/** What a reader can choose; `system` follows the operating system. */
export const themes = ["system", "light", "dark"] as const

export type Theme = (typeof themes)[number]

const key = "partwise:theme"

/** The theme that this browser remembers. */
export function readTheme(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? "system"
  } catch {
    return "system" // storage is forbidden
  }
}

/** Makes this browser remember a theme. */
export function writeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}

/** What `app/styles/theme.css` leaves to the operating system. */
const settings: Record<Theme, string> = {
  system: "",
  light: "color-scheme:light;--brightness:1",
  dark: "color-scheme:dark;--brightness:var(--dimmed)",
}

/**
 * Shows a theme. It is a style sheet of its own rather than an attribute, so that the HTML stays as
 * it was sent.
 */
export function applyTheme(theme: Theme): void {
  const shown = globalThis as { partwiseTheme?: CSSStyleSheet }
  if (!shown.partwiseTheme) {
    shown.partwiseTheme = new CSSStyleSheet()
    document.adoptedStyleSheets.push(shown.partwiseTheme)
  }
  shown.partwiseTheme.replaceSync(`:root{${settings[theme]}}`)
}
