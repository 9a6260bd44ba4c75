/** Where readers are kept: `DATABASE_URL`, or a file that no build touches. */
export const readersDatabase = (): string => process.env["DATABASE_URL"] || "readers/readers.db"
