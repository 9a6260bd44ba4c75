/**
 * What scripts say on a page. In English it is in the scripts themselves; a page in another language brings
 * its words with it, by the English ones. `{}` is where a name or a number comes.
 */
export type Scripted =
  | "Copied"
  | "Copy"
  | "Forget it"
  | "Go there"
  | "It could not be kept: {}."
  | "On this device: {} pages and {} files that they show, {} kB."
  | "{} of {} files …"
  | "In the glossary"
  | "In the references"
  | "Kept in this browser, sent nowhere."
  | "Loaded: {}, {} of them new."
  | "Mark {} as read"
  | "No longer read."
  | "Not allowed"
  | "Nothing is read yet."
  | "Nothing was loaded. {}."
  | "Read on {}"
  | "Saved to {}: {}."
  | "This browser does not keep it: its storage is full or forbidden."
  | "Undo"
  | "as the system has it"
  | "dark"
  | "light"
  | "1 part"
  | "{} parts"
  | "1 place"
  | "{} places"
  | "Nothing is found."
  | "Search"
  | "All series"
  | "All tags"

/** The words of a language for what scripts say; none of English. */
export type ScriptedWords = Readonly<Record<Scripted, string>>

declare const document: { documentElement: { dataset: { words?: string } } }

/** What the page has brought, by the English words. */
const own = JSON.parse(document.documentElement.dataset.words ?? "{}") as Partial<ScriptedWords>

/** What a script says, in the language of the page. @param values for each `{}`, in their order */
export const say = (words: Scripted, ...values: string[]): string =>
  (own[words] ?? words).replaceAll("{}", () => values.shift() as string)
