/** What an extension gives its toolbar: files of its package, or pixels that it drew, by their size. */
export interface GivenIcon {
  readonly path?: Readonly<Record<string, string>>
  readonly imageData?: Readonly<Record<string, ImageData>>
}

/** The address of what the toolbar shows in 20 by 20, and twice as fine where there is such a picture. */
export const toolbarIcon = ({ path, imageData }: GivenIcon): string => {
  const drawn = imageData?.['40']
  if (drawn === undefined) return path?.['32'] ?? ''
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  canvas.getContext('2d')?.putImageData(drawn, 0, 0)
  return canvas.toDataURL()
}
