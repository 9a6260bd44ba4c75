import { findEnvironmentFault } from "../model/environment"

/** Ends the process with a sentence where the environment is not as it should be. */
export function refuseFaultyEnvironment(): void {
  const fault = findEnvironmentFault()
  if (fault === undefined) return
  console.error(fault)
  process.exit(2)
}
