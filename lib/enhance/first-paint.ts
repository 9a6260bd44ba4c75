// Runs inline, before the page is painted: what the reader has chosen and what is marked as read must
// not come late, or move the text.
import { showProgress } from "./marks"
import { showChoices } from "../elements/tabs/choice"
import { applyTheme, readTheme } from "./theme"

applyTheme(readTheme())
showChoices()
showProgress()
