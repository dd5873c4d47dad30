export type Style = Readonly<Record<string, string>>

/** Page styles may reach a host, so each is more important than theirs. */
export const setStyles = (host: HTMLElement, style: Style): void => {
  for (const [name, value] of Object.entries(style))
    if (host.style.getPropertyValue(name) !== value) host.style.setProperty(name, value, 'important')
}
