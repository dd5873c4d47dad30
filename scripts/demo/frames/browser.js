// What a browser is to an extension's page, lent by the demo's page around it, which keeps everything and draws the
// toolbar. In the frame's own objects, as the extension looks whether they are the browser's.
{
  const lend = (things) =>
    Object.fromEntries(
      Object.entries(things).map(([name, thing]) => [name, typeof thing === 'object' ? lend(thing) : thing]),
    )
  window.chrome = window.browser = lend(parent.pretendBrowser.lentTo(window))
}
