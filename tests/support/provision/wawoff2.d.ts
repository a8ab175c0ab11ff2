declare module 'wawoff2' {
  /** Returns the bytes of the TrueType font in a WOFF2 file. */
  export function decompress(packed: Uint8Array): Promise<Uint8Array>
}
