// Runs inline, before the page is painted: neither the theme that the reader has chosen nor what is
// marked as read may come late.
import { showProgress } from "./marks"
import { applyTheme, readTheme } from "./theme"

applyTheme(readTheme())
showProgress()
