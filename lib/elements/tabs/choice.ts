const key = "partwise:tabs:1"

/** The tab that this browser remembers of each group. */
export function readChoices(): Record<string, string> {
  try {
    return { ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>) }
  } catch {
    return {} // storage is forbidden, or holds what is not ours
  }
}

export function writeChoice(group: string, tab: string): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readChoices(), [group]: tab }))
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}

/** Shows the tabs that were chosen before their script comes, so that nothing moves when it does. */
export function showChoices(): void {
  const sheet = new CSSStyleSheet()
  for (const [group, tab] of Object.entries(readChoices())) {
    const chosen = `[data-tab=${JSON.stringify(tab)}]`
    const within = `tab-group[data-group=${JSON.stringify(group)}]:not(:defined):has(${chosen}) .tab`
    sheet.insertRule(
      `@media screen{${within}{animation:tab-wait 4s}${within}${chosen}{animation:none}}`,
    )
  }
  document.adoptedStyleSheets.push(sheet)
}
