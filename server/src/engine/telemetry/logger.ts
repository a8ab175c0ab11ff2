/** What the server needs of a logger. `facts` holds ids and counts, never texts of people and never secrets. */
export type Logger = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
