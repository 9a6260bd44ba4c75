// Runs inline, before the page is painted: what the reader has chosen must not flash, or move the text.
import { showChoices } from "./tab-choice"
import { applyTheme, readTheme } from "./theme"

applyTheme(readTheme())
showChoices()
