import { DRAWN_SIZES } from '../domain/iconSizes.ts'

/** The grid on which icons are drawn. */
const GRID = 16

/** Grey that is seen on light and on dark toolbars, and is nobody's alarm. */
const RING = '#868d9b'

/** For a picture on the icons' grid. */
export const penFor = (size: number): OffscreenCanvasRenderingContext2D => {
  // In memory, without a graphics card: nothing is shown here, and everything is read back.
  const pen = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('There is nothing to draw on.')
  pen.scale(size / GRID, size / GRID)
  return pen
}

/** Draws the ring, on white as the icons are; what is drawn after it stands smaller inside. */
export const drawRing = (pen: OffscreenCanvasRenderingContext2D): void => {
  pen.strokeStyle = RING
  pen.lineWidth = 1.5
  pen.fillStyle = '#fff'
  pen.arc(8, 8, 7.2, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  pen.transform(0.7, 0, 0, 0.7, 2.4, 2.4)
}

/** A picture of the package inside a ring, for where a page can load it. */
export const ringedPicture = async (path: string): Promise<Record<string, ImageData>> => {
  const picture = new Image(GRID, GRID)
  picture.src = path
  await picture.decode()
  return Object.fromEntries(
    DRAWN_SIZES.map((size) => {
      const pen = penFor(size)
      drawRing(pen)
      pen.drawImage(picture, 0, 0, GRID, GRID)
      return [size, pen.getImageData(0, 0, size, size)]
    }),
  )
}
