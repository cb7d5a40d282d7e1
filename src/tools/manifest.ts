/** The web app manifest: public/manifest.webmanifest, completed by the screenshots that exist. */

/** A screenshot for the browser's offer to install, `install/wide-1-home.png` or `install/narrow-2-question.png`. */
const SCREENSHOT = /^install\/(wide|narrow)-.+\.png$/;

/** The manifest's text with an entry for each screenshot in the built app; unchanged where there is none. */
export function withScreenshots(manifest: string, files: Map<string, Uint8Array>): string {
  const screenshots = [...files].flatMap(([path, data]) => {
    const form = SCREENSHOT.exec(path)?.[1];
    return form ? [{ src: `./${path}`, sizes: pngSize(data), type: 'image/png', form_factor: form }] : [];
  });
  if (screenshots.length === 0) return manifest;
  return `${JSON.stringify({ ...JSON.parse(manifest), screenshots }, null, 2)}\n`;
}

/** `820x1180`, from the first chunk of the file (PNG specification, 11.2.1). */
function pngSize(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}
