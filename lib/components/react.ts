import * as compat from "preact/compat"

// What components import as "react": Preact, with ids that differ between the components of a page.
// @ts-expect-error Its types speak of one object, and the module exports names.
export * from "preact/compat"

/** Begins the ids of one use of a component. */
export const IdPrefix = compat.createContext("")

/** An id that no other component of the page has, and that the server and a browser agree on. */
export const useId = (): string => compat.useContext(IdPrefix) + compat.useId()

export default /* @__PURE__ */ Object.assign({}, compat, { useId })
