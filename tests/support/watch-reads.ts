/** Returns the same thing, but calls `onRead` each time one of its fields is read. So a test can count the reads of a computation. */
export const watchReads = <Thing extends object>(thing: Thing, onRead: (key: string | symbol) => void): Thing =>
  new Proxy(thing, {
    get: (target, key) => {
      onRead(key)
      return Reflect.get(target, key)
    },
  })
