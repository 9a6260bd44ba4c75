// What nearly all components share, and what wakes them: a script of its own, so that a component more or
// less leaves the others, and what readers' browsers have kept of them, as they were.
export {
  createContext,
  Fragment,
  memo,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/compat"
export { useId } from "./react"
export { jsx, jsxs } from "react/jsx-runtime"
export { wake } from "./wake"
