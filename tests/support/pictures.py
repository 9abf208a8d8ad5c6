"""Compares pictures of a page, as eyes do: by what stands out."""

from __future__ import annotations

import base64

from playwright.sync_api import Page

# How many pixels differ between two pictures with a contrast of three to one at least (WCAG 1.4.11).
DIFFERENCE = """async (pictures) => {
  const luminance = (data, at) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, colour) => {
    const value = data[at + colour] / 255;
    return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0.05);
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  }));
  let different = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [dark, light] = [luminance(one, at), luminance(other, at)].sort((a, b) => a - b);
    different += light / dark >= 3;
  }
  return different;
}"""


class Pictures:
    """Compares pictures in a page of its own, since the site's policy lets no picture in.

    Args:
        page: Any page of the browser; it stays in front.
    """

    def __init__(self, page: Page) -> None:
        self._blank = page.context.new_page()
        page.bring_to_front()

    def difference(self, one: bytes, other: bytes) -> int:
        """How many pixels of two PNG pictures of one size differ so much that it is seen."""
        pictures = [base64.b64encode(picture).decode() for picture in (one, other)]
        return int(self._blank.evaluate(DIFFERENCE, pictures))
