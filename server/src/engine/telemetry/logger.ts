/** The logger as the server needs it. `facts` contains ids and counts, never texts of people and never secrets. */
export type Logger = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
