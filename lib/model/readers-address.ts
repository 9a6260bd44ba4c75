/** What the service for readers answers, below the base of its site. */
export const readersSegment = "/api/readers/"

/** @param action such as "follow": where its form is sent to */
export const readersAddress = (action: string) => readersSegment + action

/** What is published, for the service. */
export const publicationsAddress = "/readers.json"
