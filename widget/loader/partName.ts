/** The file that a part is in: its name begins with the letters and digits of its hash, as not every mark of base64 fits in a name. */
export const fileOf = (hash: string): string => `podlight-${hash.replace(/\W/g, '').slice(0, 8)}.js`
