/** The same thing, which says each time that one of its fields is read: so a test can count what a computation looks at. */
export const watchReads = <Thing extends object>(thing: Thing, onRead: (key: string | symbol) => void): Thing =>
  new Proxy(thing, {
    get: (target, key) => {
      onRead(key)
      return Reflect.get(target, key)
    },
  })
