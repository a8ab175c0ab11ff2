/** A page of which React complains fails its test, even if the test sees what it expects. */
import { afterEach, expect } from 'vitest'

const complaints: string[] = []
const write = console.error
console.error = (...parts: readonly unknown[]) => {
  complaints.push(String(parts[0]))
  write(...parts)
}

afterEach(() => expect(complaints.splice(0)).toEqual([]))
