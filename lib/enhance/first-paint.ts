// Runs inline, before the page is painted: what the reader has chosen and what is marked as read must
// not come late, or move the text. And what has to answer the first key that is pressed.
import { showProgress } from "./marks"
import "./search-keys"
import { showChoices } from "../elements/tabs/choice"
import { applyTheme, readTheme } from "./theme"

applyTheme(readTheme())
showChoices()
showProgress()
