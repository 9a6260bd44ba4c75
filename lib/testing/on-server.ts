// Compiled with what runs on the server: fails where the types of a browser are among its own.
// @ts-expect-error there is none
export type NoDocument = typeof document
