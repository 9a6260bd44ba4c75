/** Inputs that show a reader's choice before any script of theirs has come. */
export const fields = "input, select, textarea"

/** What a reader did before the script of a component had come, and what fields were at then. */
export type Done = { event: object; value?: string; checked?: boolean }
