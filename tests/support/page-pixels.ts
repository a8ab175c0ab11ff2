/** Finds the painted parts of a page by their pixels, if the page has no background. */
import type { Page } from 'playwright-core'

export type Paint = {
  /** The number of pixels that are not completely transparent. */
  readonly painted: number
  /** The number of these that are outside all boxes found by `selector`. */
  readonly outside: number
  /** The number of pixels inside a box, away from its round corners, that let something shine through. */
  readonly shining: number
}

/** Takes a picture without the browser's own white, and reads it in an empty page. */
export const readPaint = async (page: Page, selector: string): Promise<Paint> => {
  const boxes = await page.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map((box) => box.getBoundingClientRect().toJSON() as DOMRect),
    selector,
  )
  const picture = (await page.screenshot({ omitBackground: true, animations: 'disabled' })).toString('base64')
  const reader = await page.context().newPage()
  try {
    return await reader.evaluate(
      async ([png, rects]) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, image.width, image.height)
        const isIn = (x: number, y: number, by: number) =>
          rects.some(({ left, right, top, bottom }) => x >= left - by && x < right + by && y >= top - by && y < bottom + by)
        const found = { painted: 0, outside: 0, shining: 0 }
        for (let y = 0; y < image.height; y += 1)
          for (let x = 0; x < image.width; x += 1) {
            const alpha = data[(y * image.width + x) * 4 + 3] ?? 0
            if (alpha > 0) found.painted += 1
            // A round corner that is between two pixels colours both.
            if (alpha > 0 && !isIn(x, y, 2)) found.outside += 1
            if (alpha < 255 && isIn(x, y, -20)) found.shining += 1
          }
        return found
      },
      [picture, boxes] as const,
    )
  } finally {
    await reader.close()
  }
}
