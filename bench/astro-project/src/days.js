const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" })

/** @param {Date} date */
export const dayOf = (date) => date.toISOString().slice(0, 10)

/** @param {Date} date */
export const formatDay = (date) => format.format(date)

/** Newest first, as on our side. */
export const byDate = (a, b) => b.data.date - a.data.date || a.id.localeCompare(b.id, "en")
