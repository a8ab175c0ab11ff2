/** All components of client/src/ui in their states. A file without an example fails `tests/client/component-examples.test.ts`. */
import { choices } from './choices.tsx'
import type { Examples } from './example.ts'
import { floors } from './floors.tsx'
import { frames } from './frames.tsx'
import { lists } from './lists.tsx'

export const examples: Examples = { ...floors, ...choices, ...lists, ...frames }
