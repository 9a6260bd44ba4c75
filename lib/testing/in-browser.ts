// Compiled with what runs in a browser: fails where the types of Node are among its own.
// @ts-expect-error there is none
export type NoBuffer = Buffer
