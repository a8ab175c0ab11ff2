/** Seeds that found a fault in the product. They are run first, and stay. */
export const foundSeeds: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 67, found: 'a loss was not reported where other nodes had written as much again' },
  { seed: 64, found: 'the cursor of equal views differed between nodes, and after a restart' },
  { seed: 366, found: 'who was given the floor unasked was not shown as away' },
]
