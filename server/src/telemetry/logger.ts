/** What the session side needs of a logger: ids and counts go in, never text, never secrets. */
export type Logger = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
