/** Hands a part over to whoever loaded its script. Must be called while the script runs for the first time. */
export const registerPart = (part: unknown): void => {
  const script = document.currentScript as { podlight?: (part: unknown) => void } | null
  script?.podlight?.(part)
}
