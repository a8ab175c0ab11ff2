/** How often a connection shows that it is alive. Each sign costs as much as a frame, and all screens get them for as long as they are there. */

/** Milliseconds between two. A client waits for the interval that it heard at first and `pingTimeout` more. */
export const shortestInterval = 22_000
export const longestInterval = 25_000
export const pingTimeout = 8000

/**
 * Gives each connection an interval of its own. Those that came together, as after a restart, would otherwise have their signs together for
 * ever: ten thousand within a second or two, while commands wait.
 */
export const spreadHeartbeats = ({ opts }: { readonly opts: object }): void => {
  const get = () => Math.round(shortestInterval + Math.random() * (longestInterval - shortestInterval))
  Object.defineProperty(opts, 'pingInterval', { get })
}
